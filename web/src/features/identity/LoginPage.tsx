import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Messages, useText } from '../../i18n'
import { paths } from '../../paths'
import {
  atField,
  cryptoMessage,
  LogInError,
  logIn,
  Redirect,
  rememberEmail,
  rememberedEmail,
  useSession,
} from '../../session'
import { AuthCard, Button, Callout, Checkbox, Form, Link, PasswordField, TextField } from '../../ui'
import { useDestination } from './useDestination'

/** Signing in: the address first, then the password. */
export function Page() {
  const now = useSession()
  const { wanted, search } = useDestination()
  const [email, setEmail] = useState(rememberedEmail() ?? '')
  const [isKnown, setKnown] = useState(email !== '')
  if (now.state === 'unlocked') return <Redirect to={wanted} />
  if (now.state === 'locked') return <Redirect to={paths.front.lock()} search={search} />
  return isKnown ? (
    <PasswordStep email={email} onBack={() => setKnown(false)} />
  ) : (
    <EmailStep
      email={email}
      onNext={(given) => {
        setEmail(given)
        setKnown(true)
      }}
    />
  )
}

/** Why a person who was signed in, or wants a page, sees this one. */
function Notice() {
  const { front, session } = useText()
  const now = useSession()
  const { wantsOne } = useDestination()
  const because = now.state === 'signedOut' ? now.because : null
  if (because === 'ended') return <Callout tone="warn">{session.ended}</Callout>
  if (because === 'passwordChanged')
    return <Callout tone="ok">{front.logIn.passwordChanged}</Callout>
  if (because === 'left') return <Callout tone="ok">{front.logIn.loggedOut}</Callout>
  return wantsOne ? <Callout>{front.logIn.comeBack}</Callout> : null
}

function EmailStep({ email, onNext }: { email: string; onNext: (email: string) => void }) {
  const { common, front } = useText()
  const { via } = useDestination()
  const words = front.logIn
  return (
    <AuthCard
      title={words.title}
      lead={words.lead}
      footer={
        <p>
          {words.newHere} <Link href={via(paths.front.signup())}>{words.signUp}</Link>
        </p>
      }
    >
      <Notice />
      <Form
        onSubmit={(values) => {
          const given = String(values.get('email')).trim()
          rememberEmail(values.get('remember') === null ? null : given)
          onNext(given)
        }}
        actions={
          <Button type="submit" variant="primary" size="wide">
            {common.actions.continue}
          </Button>
        }
      >
        <TextField
          label={front.email}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          isRequired
          autoFocus
        />
        <Checkbox name="remember" value="yes" defaultSelected={rememberedEmail() !== null}>
          {words.remember}
        </Checkbox>
      </Form>
    </AuthCard>
  )
}

function PasswordStep({ email, onBack }: { email: string; onBack: () => void }) {
  const text = useText()
  const { goOn, via } = useDestination()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (password: string) => logIn({ email, password }),
    onSuccess: (step) => {
      if (step === 'twoStep') goOn(paths.front.twoStep())
      if (step === 'newDevice') goOn(paths.front.newDevice())
    },
  })
  const words = text.front.logIn
  return (
    <AuthCard
      title={words.title}
      lead={words.leadPassword(email)}
      footer={
        <Button variant="quiet" onPress={onBack}>
          {words.another}
        </Button>
      }
    >
      <Notice />
      <Form
        error={refusal(error, text)}
        onSubmit={(values) => mutate(String(values.get('password')))}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {words.submit}
          </Button>
        }
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={text.front.password}
          name="password"
          aside={<Link href={via(paths.front.hint())}>{words.hint}</Link>}
          isRequired
          autoFocus
        />
      </Form>
    </AuthCard>
  )
}

/** Never says which of the two is wrong. */
function refusal(error: unknown, text: Messages): unknown {
  const crypto = cryptoMessage(error, text)
  if (crypto) return atField('password', crypto)
  if (!(error instanceof LogInError)) return error
  if (error.reason === 'noMasterPassword') return atField('password', text.session.noMasterPassword)
  return atField('password', text.session.wrongLogIn)
}
