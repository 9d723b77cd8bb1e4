import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { EVERYBODY, type PasswordRules } from '../../password/requirements'
import { useNewPassword } from '../../password/useNewPassword'
import { paths } from '../../paths'
import {
  accountOf,
  cryptoAtField,
  logIn,
  logOut,
  useDestination,
  useGo,
  useSession,
} from '../../session'
import { AuthCard, Button, ButtonLink, Callout, Form, TextField, toast } from '../../ui'
import { type InvitationLink, invitationConditions } from './invitation'
import { type SignUpLink, signUpLink } from './proof'
import { finishSignUp, signUpLinkRefusal } from './queries'
import { AskForLink } from './SignUpPage'

/** Where the links of registrations and invitations lead: choosing the master password. */
export function Page() {
  const { front } = useText()
  const said = useLink()
  const account = accountOf(useSession())
  const link = signUpLink(said)
  const [isMade, setMade] = useState(false)
  if (account && !isMade)
    return (
      <AuthCard title={front.finish.title} lead={front.finish.signedIn(account.email)}>
        <Button variant="primary" size="wide" onPress={() => void logOut()}>
          {front.join.change}
        </Button>
      </AuthCard>
    )
  if (!link)
    return (
      <AuthCard title={front.finish.title} lead={front.finish.incomplete}>
        <ButtonLink href={paths.front.signup()} variant="primary" size="wide">
          {front.signUp.sendAnother}
        </ButtonLink>
      </AuthCard>
    )
  return <Checked link={link} onMade={() => setMade(true)} />
}

interface Props {
  link: SignUpLink
  /** Told as soon as there is an account, before its person is signed in. */
  onMade: () => void
}

function Checked({ link, onMade }: Props) {
  const { front } = useText()
  const { via } = useDestination()
  const { data: refusal } = useSuspenseQuery(signUpLinkRefusal(link.email, link.proof))
  const { lapsedTitle, lapsed, takenTitle, taken } = front.signUp
  if (refusal === 'link_expired')
    return <AskForLink title={lapsedTitle} lead={lapsed} email={link.email} />
  if (refusal === 'taken')
    return (
      <AuthCard title={takenTitle} lead={taken(link.email)}>
        <ButtonLink href={via(paths.front.login())} variant="primary" size="wide">
          {front.logIn.submit}
        </ButtonLink>
      </AuthCard>
    )
  if (link.invitation) return <Invited link={link} invitation={link.invitation} onMade={onMade} />
  return <Choose link={link} rules={EVERYBODY} onMade={onMade} />
}

/** As the organization asks for it. */
function Invited({ invitation, ...rest }: Props & { invitation: InvitationLink }) {
  const { front } = useText()
  const { data: conditions } = useSuspenseQuery(invitationConditions(invitation))
  const organization = invitation.organization ?? front.join.anOrganization
  if (!conditions)
    return (
      <AuthCard title={front.join.lapsedTitle} lead={front.join.lapsed(organization)}>
        <ButtonLink href={paths.front.login()} variant="primary" size="wide">
          {front.backToLogIn}
        </ButtonLink>
      </AuthCard>
    )
  const { masterPassword } = conditions
  return (
    <Choose
      {...rest}
      rules={masterPassword ?? EVERYBODY}
      asks={masterPassword ? organization : null}
    />
  )
}

interface ChooseProps extends Props {
  rules: PasswordRules
  /** The organization that asks for more than we do. */
  asks?: string | null
}

function Choose({ link, rules, asks = null, onMade }: ChooseProps) {
  const text = useText()
  const go = useGo()
  const { wanted } = useDestination()
  const { email } = link
  // whoever asked for the link was asked for a name then
  const mayName = !('emailVerificationToken' in link.proof)
  const { fields, chosen } = useNewPassword({ about: email, rules })
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (values: FormData) => {
      const { password, hint } = chosen(values)
      const name = mayName ? String(values.get('name')).trim() || null : link.name
      const made = finishSignUp({ email, name, password, hint, proof: link.proof })
      await made.catch(cryptoAtField('password'))
      onMade()
      return logIn({ email, password })
    },
    onSuccess: (step) => {
      toast(text.front.finish.made)
      if (step === 'done') return go(link.next ?? wanted, 'instead')
      go(step === 'twoStep' ? paths.front.twoStep() : paths.front.newDevice(), 'instead')
    },
  })
  const words = text.front.finish
  return (
    <AuthCard title={words.title} lead={words.lead(email)}>
      {asks && <Callout>{words.rules(asks)}</Callout>}
      <Form
        error={error}
        onSubmit={(values) => mutate(values)}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {words.submit}
          </Button>
        }
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        {mayName && (
          <TextField
            label={text.front.signUp.name}
            name="name"
            description={text.front.signUp.nameHelp}
            autoComplete="name"
            maxLength={50}
          />
        )}
        {fields}
      </Form>
    </AuthCard>
  )
}
