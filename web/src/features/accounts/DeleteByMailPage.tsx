import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import {
  accountOf,
  atField,
  logOut,
  rememberEmail,
  rememberedEmail,
  useDestination,
  useSession,
} from '../../session'
import { AuthCard, Button, ButtonLink, Callout, Form, Link, Text, TextField } from '../../ui'
import { AddressForm } from './AddressForm'
import { MailSent } from './MailSent'
import { deleteByLink, requestDeletion } from './queries'

/** What the mailed link says. */
interface DeletionLink {
  userId: string
  token: string
  email: string
}

function deletionLink(said: URLSearchParams): DeletionLink | null {
  const [userId, token, email] = [said.get('userId'), said.get('token'), said.get('email')]
  return userId && token && email ? { userId, token, email } : null
}

/** Deletes an account nobody can log in to: has the link mailed, and takes it. */
export function Page() {
  const link = deletionLink(useLink())
  const [isAnother, setAnother] = useState(false)
  if (!link || isAnother) return <Ask email={link?.email ?? rememberedEmail() ?? ''} />
  return <Confirm link={link} onAnother={() => setAnother(true)} />
}

function Back() {
  const { front } = useText()
  const { via } = useDestination()
  return <Link href={via(paths.front.login())}>{front.backToLogIn}</Link>
}

/** What there was, as whoever deletes it should know. */
function Lost() {
  const words = useText().front.deleteByMail
  return (
    <Callout tone="bad" title={words.consequences}>
      <ul>
        <li>{words.vault}</li>
        <li>{words.organizations}</li>
        <li>{words.forever}</li>
      </ul>
    </Callout>
  )
}

/** Has the link mailed. It does not tell whether there is an account. */
function Ask({ email }: { email: string }) {
  const { front } = useText()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: requestDeletion,
    onSuccess: (_, address) => setSentTo(address),
  })
  const words = front.deleteByMail
  if (sentTo !== null)
    return (
      <MailSent
        lead={words.sent(sentTo)}
        isPending={isPending}
        error={error}
        onAgain={() => mutate(sentTo)}
        onOther={() => setSentTo(null)}
        footer={<Back />}
      />
    )
  return (
    <AuthCard title={words.title} lead={words.lead} footer={<Back />}>
      <Text>{words.hintFirst}</Text>
      <Lost />
      <AddressForm
        email={email}
        submit={words.mailLink}
        isPending={isPending}
        error={error}
        onSubmit={(address) => mutate(address)}
      />
    </AuthCard>
  )
}

interface ConfirmProps {
  link: DeletionLink
  onAnother: () => void
}

/** Deletes the account, once its address is typed. */
function Confirm({ link, onAnother }: ConfirmProps) {
  const { front } = useText()
  const { via } = useDestination()
  const account = accountOf(useSession())
  const words = front.deleteByMail
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async (typed: string) => {
      if (typed.trim().toLowerCase() !== link.email.toLowerCase())
        throw atField('email', words.mismatch(link.email))
      await deleteByLink(link)
    },
    onSuccess: async () => {
      if (rememberedEmail()?.toLowerCase() === link.email.toLowerCase()) rememberEmail(null)
      if (account?.id === link.userId) await logOut()
    },
  })
  if (isSuccess)
    return (
      <AuthCard title={words.doneTitle} lead={words.done(link.email)}>
        <ButtonLink href={paths.front.signup()} variant="primary" size="wide">
          {front.logIn.signUp}
        </ButtonLink>
        <ButtonLink href={via(paths.front.login())} size="wide">
          {front.backToLogIn}
        </ButtonLink>
      </AuthCard>
    )
  if (hasLapsed(error))
    return (
      <AuthCard title={words.refusedTitle} lead={error.message} footer={<Back />}>
        <Text>{words.refused}</Text>
        <Button variant="primary" size="wide" onPress={onAnother}>
          {front.signUp.sendAnother}
        </Button>
      </AuthCard>
    )
  return (
    <AuthCard title={words.confirmTitle} lead={words.confirm(link.email)} footer={<Back />}>
      <Lost />
      <Form
        error={error}
        onSubmit={(values) => mutate(String(values.get('email')))}
        actions={
          <Button type="submit" variant="danger" size="wide" isPending={isPending}>
            {words.submit}
          </Button>
        }
      >
        <TextField label={words.typed} name="email" autoComplete="off" isRequired autoFocus />
      </Form>
    </AuthCard>
  )
}

/** Whether another link would do; not where the account itself is in the way. */
const hasLapsed = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'link_expired'
