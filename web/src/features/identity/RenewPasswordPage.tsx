import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '../../api'
import { useText } from '../../i18n'
import type { PasswordRules } from '../../password/requirements'
import { useNewPassword } from '../../password/useNewPassword'
import { paths } from '../../paths'
import {
  cryptoAtField,
  logOut,
  Redirect,
  renewPassword,
  useDestination,
  useSession,
} from '../../session'
import { AuthCard, Button, Callout, Form, PasswordField, toast } from '../../ui'

/** Asks for a better master password, where an organization demands one at login. */
export function Page() {
  const now = useSession()
  const { wanted, via } = useDestination()
  const asked = now.state === 'unlocked' ? now.account : null
  // on its way through signing out and in again, it is still the same form
  const [busy, setBusy] = useState<{ email: string; rules: PasswordRules } | null>(null)
  const shown = busy ?? (asked?.demanded && { email: asked.email, rules: asked.demanded })
  if (shown)
    return (
      <Renew {...shown} onBegin={() => setBusy({ ...shown })} onSettled={() => setBusy(null)} />
    )
  if (now.state === 'unlocked') return <Redirect to={wanted} />
  if (now.state === 'locked') return <Redirect to={via(paths.front.lock())} />
  if (now.state === 'twoStep') return <Redirect to={via(paths.front.twoStep())} />
  if (now.state === 'newDevice') return <Redirect to={via(paths.front.newDevice())} />
  return <Redirect to={via(paths.front.login())} />
}

interface Props {
  email: string
  rules: PasswordRules
  onBegin: () => void
  onSettled: () => void
}

function Renew({ email, rules, onBegin, onSettled }: Props) {
  const { front, session, settings } = useText()
  const words = front.renew
  const { fields, refuse } = useNewPassword({ about: email, rules, label: settings.security.next })
  const [problem, setProblem] = useState<ApiError | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: Parameters<typeof renewPassword>[0]) =>
      renewPassword(change).catch(cryptoAtField('current')),
    onMutate: onBegin,
    onSuccess: () => toast(words.done),
    onSettled,
  })
  return (
    <AuthCard
      title={words.title}
      lead={words.lead}
      footer={
        <Button variant="quiet" isDisabled={isPending} onPress={() => void logOut()}>
          {session.frame.logOut}
        </Button>
      }
    >
      <Callout tone="warn">{words.effect}</Callout>
      <Form
        error={problem ?? error}
        onSubmit={(values) => {
          const found = refuse(values)
          setProblem(found)
          if (found) return
          mutate({
            current: String(values.get('current')),
            next: String(values.get('password')),
            hint: String(values.get('hint')).trim() || null,
          })
        }}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {words.submit}
          </Button>
        }
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={settings.security.current} name="current" isRequired autoFocus />
        {fields}
      </Form>
    </AuthCard>
  )
}
