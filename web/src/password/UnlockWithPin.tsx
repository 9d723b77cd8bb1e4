import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '../i18n'
import { cryptoAtField } from '../session'
import { unlockWithPin } from '../session/pin'
import { Button, Form, PasswordField } from '../ui'

/** Asks for the PIN of this tab. */
export function UnlockWithPin() {
  const { session, settings } = useText()
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (pin: string) => {
      // what was asked for without keys was answered without them
      queries.clear()
      return unlockWithPin(pin).catch(cryptoAtField('pin'))
    },
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(String(values.get('pin')))}
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {session.unlock.submit}
        </Button>
      }
    >
      <PasswordField
        label={settings.pin.label}
        name="pin"
        autoComplete="off"
        inputMode="text"
        isRequired
        autoFocus
      />
    </Form>
  )
}
