import { useMutation } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { cryptoAtField } from '../../session'
import { PIN_LENGTH, setPin } from '../../session/pin'
import { Dialog, Form, FormActions, PasswordField, toast } from '../../ui'

interface Props {
  /** The first, or one in its place. */
  to: 'set' | 'change'
  onClose: () => void
}

/** Asks for a PIN to open the vault of this tab with. */
export function PinDialog({ to, onClose }: Props) {
  const words = useText().settings.pin
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (pin: string) => {
      // a locked vault opens without the server, and so what asks for the PIN is fetched before
      await import('../../password/UnlockWithPin')
      await setPin(pin).catch(cryptoAtField('pin'))
    },
    onSuccess: () => {
      toast(to === 'set' ? words.done : words.changed)
      onClose()
    },
  })
  const title = words[to]
  return (
    <Dialog isOpen title={title} size="small" isBusy={isPending} onOpenChange={onClose}>
      <Form
        error={error}
        onSubmit={(values) => mutate(String(values.get('pin')))}
        actions={<FormActions submit={title} isPending={isPending} onCancel={onClose} />}
      >
        <PasswordField
          label={to === 'set' ? words.label : words.newLabel}
          name="pin"
          description={words.help(PIN_LENGTH)}
          autoComplete="off"
          inputMode="text"
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
