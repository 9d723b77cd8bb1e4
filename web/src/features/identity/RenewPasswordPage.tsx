import { useState } from 'react'
import { useText } from '../../i18n'
import { ChangePasswordForm } from '../../password/ChangePasswordForm'
import type { PasswordRules } from '../../password/requirements'
import { paths } from '../../paths'
import { logOut, Redirect, renewPassword, useDestination, useSession } from '../../session'
import { AuthCard, Button, Callout, toast } from '../../ui'

/** Asks for a better master password, where an organization demands one at login. */
export function Page() {
  const now = useSession()
  const { wanted, via } = useDestination()
  const asked = now.state === 'unlocked' ? now.account : null
  // on its way through signing out and in again, it is still the same form
  const [busy, setBusy] = useState<Shown | null>(null)
  const shown = busy ?? (asked?.demanded && { email: asked.email, rules: asked.demanded })
  if (shown)
    return <Renew {...shown} isBusy={busy !== null} onBusy={(is) => setBusy(is ? shown : null)} />
  if (now.state === 'unlocked') return <Redirect to={wanted} />
  if (now.state === 'locked') return <Redirect to={via(paths.front.lock())} />
  if (now.state === 'twoStep') return <Redirect to={via(paths.front.twoStep())} />
  if (now.state === 'newDevice') return <Redirect to={via(paths.front.newDevice())} />
  return <Redirect to={via(paths.front.login())} />
}

interface Shown {
  email: string
  rules: PasswordRules
}

interface Props extends Shown {
  isBusy: boolean
  onBusy: (isBusy: boolean) => void
}

function Renew({ email, rules, isBusy, onBusy }: Props) {
  const { front, session } = useText()
  const words = front.renew
  return (
    <AuthCard
      title={words.title}
      lead={words.lead}
      footer={
        <Button variant="quiet" isDisabled={isBusy} onPress={() => void logOut()}>
          {session.frame.logOut}
        </Button>
      }
    >
      <Callout tone="warn">{words.effect}</Callout>
      <ChangePasswordForm
        email={email}
        rules={rules}
        submit={words.submit}
        size="wide"
        autoFocus
        change={async (change) => {
          onBusy(true)
          try {
            await renewPassword(change)
            toast(words.done)
          } finally {
            onBusy(false)
          }
        }}
      />
    </AuthCard>
  )
}
