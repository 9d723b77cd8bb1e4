import { useState } from 'react'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { Redirect, rememberEmail, rememberedEmail, useDestination, useSession } from '../../session'
import { AuthCard, Button, Callout, Checkbox, Form, Link, TextField } from '../../ui'
import { LogInForm } from './LogInForm'

/** Signing in: the address first, then the password. */
export function Page() {
  const now = useSession()
  const { wanted, via } = useDestination()
  const [email, setEmail] = useState(rememberedEmail() ?? '')
  const [isKnown, setKnown] = useState(email !== '')
  if (now.state === 'unlocked') return <Redirect to={wanted} />
  if (now.state === 'locked') return <Redirect to={via(paths.front.lock())} />
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
  if (because === 'endedElsewhere') return <Callout tone="warn">{session.endedElsewhere}</Callout>
  if (because === 'passwordChanged')
    return <Callout tone="ok">{front.logIn.passwordChanged}</Callout>
  if (because === 'emailChanged') return <Callout tone="ok">{front.logIn.emailChanged}</Callout>
  if (because === 'keyRotated') return <Callout tone="ok">{front.logIn.keyRotated}</Callout>
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
  const { front } = useText()
  const words = front.logIn
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
      <LogInForm email={email} />
    </AuthCard>
  )
}
