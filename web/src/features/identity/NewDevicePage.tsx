import { useText } from '../../i18n'
import { paths } from '../../paths'
import { answerNewDevice, mailNewDeviceCode, useDestination, useSession } from '../../session'
import { AuthCard, Link, Text } from '../../ui'
import { CodeForm } from './CodeForm'
import { LeftHalfDone } from './LeftHalfDone'
import { ResendCode } from './ResendCode'

/** The code that is mailed when somebody signs in on a device for the first time. */
export function Page() {
  const { front } = useText()
  const now = useSession()
  const { via } = useDestination()
  const words = front.newDevice
  if (now.state !== 'newDevice') return <LeftHalfDone title={words.title} />
  return (
    <AuthCard
      title={words.title}
      lead={words.lead(now.email)}
      footer={<Link href={via(paths.front.login())}>{front.backToLogIn}</Link>}
    >
      <CodeForm label={front.twoStep.code} submit={words.submit} answer={answerNewDevice} />
      <ResendCode send={mailNewDeviceCode} />
      <Text tone="muted" size="small">
        {words.why}
      </Text>
    </AuthCard>
  )
}
