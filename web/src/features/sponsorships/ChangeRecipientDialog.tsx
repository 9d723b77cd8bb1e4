import { useState } from 'react'
import { useText } from '../../i18n'
import { Button, Dialog, Form, TextField, toast } from '../../ui'

interface Props {
  email: string
  onChange: (email: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for whom an open offer is from now on. */
export function ChangeRecipientDialog({ email, onChange, onClose }: Props) {
  const { common, sponsorships: words } = useText()
  const [given, setGiven] = useState(email)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const submit = async () => {
    setPending(true)
    setError(null)
    try {
      await onChange(given.trim())
      toast(words.mine.changed)
      onClose()
    } catch (cause) {
      setError(cause)
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.mine.changeTitle}>
      <Form
        aria-label={words.mine.changeTitle}
        error={error}
        names={{ sponsoredEmail: 'recipient' }}
        onSubmit={submit}
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {common.actions.save}
            </Button>
          </>
        }
      >
        <TextField
          name="recipient"
          type="email"
          label={words.columns.recipient}
          description={words.mine.changeHelp}
          value={given}
          onChange={setGiven}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
