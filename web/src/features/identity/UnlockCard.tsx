import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n'
import { accountOf, cryptoAtField, logOut, unlock, useSession } from '../../session'
import { usePin } from '../../session/pinned'
import { Actions, AuthCard, Button, Callout, Form, PasswordField } from '../../ui'

// a PIN can be set long after the first page alone
const UnlockWithPin = lazy(async () => {
  const { UnlockWithPin } = await import('../../password/UnlockWithPin')
  return { default: UnlockWithPin }
})

/** Asks whoever is signed in for the master password, or for the PIN they set. */
export function UnlockCard() {
  const { session, settings } = useText()
  const account = accountOf(useSession())
  const pin = usePin()
  const [wantsPassword, setWantsPassword] = useState(false)
  if (!account) return null
  const words = session.unlock
  const asksPin = pin === 'set' && !wantsPassword
  return (
    <AuthCard
      title={words.title}
      lead={(asksPin ? settings.pin : words).lead(account.email)}
      footer={
        <Actions>
          <Button variant="quiet" onPress={() => void logOut()}>
            {words.logOut}
          </Button>
        </Actions>
      }
    >
      <div role="status">
        {pin === 'spent' && (
          <Callout tone="warn" title={settings.pin.spent}>
            {settings.pin.spentWhy}
          </Callout>
        )}
      </div>
      {asksPin ? (
        <Suspense>
          <UnlockWithPin />
        </Suspense>
      ) : (
        <UnlockWithPassword email={account.email} />
      )}
      {pin === 'set' && (
        <Button variant="quiet" size="wide" onPress={() => setWantsPassword(asksPin)}>
          {asksPin ? settings.pin.usePassword : settings.pin.usePin}
        </Button>
      )}
    </AuthCard>
  )
}

function UnlockWithPassword({ email }: { email: string }) {
  const words = useText().session.unlock
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (password: string) => {
      // what was asked for without keys was answered without them
      queries.clear()
      return unlock(password).catch(cryptoAtField('password'))
    },
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(String(values.get('password')))}
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={words.password} name="password" isRequired autoFocus />
    </Form>
  )
}
