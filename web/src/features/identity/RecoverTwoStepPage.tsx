import { useText } from '../../i18n'
import { paths } from '../../paths'
import { answerTwoStep, Redirect, useDestination, useSession } from '../../session'
import { AuthCard, Link, toast } from '../../ui'
import { CodeForm } from './CodeForm'
import { LogInForm } from './LogInForm'

/** Signing in with the recovery code, for whoever lost the second step. */
export function Page() {
  const { front } = useText()
  const now = useSession()
  const { via } = useDestination()
  const words = front.recoverTwoStep
  if (now.state === 'unlocked') return <Redirect to={paths.settings.twoStep()} />
  if (now.state === 'locked') return <Redirect to={via(paths.front.lock())} />
  return (
    <AuthCard
      title={words.title}
      lead={words.lead}
      footer={<Link href={via(paths.front.login())}>{front.backToLogIn}</Link>}
    >
      {now.state === 'twoStep' ? (
        <CodeForm
          label={words.code}
          description={words.codeHelp}
          submit={words.submit}
          isNumeric={false}
          answer={(code) => answerTwoStep({ method: 'recovery', code })}
          onDone={() => toast(words.done)}
        />
      ) : (
        <LogInForm staysHere />
      )}
    </AuthCard>
  )
}
