import { useState } from 'react'
import { useText } from '../../i18n'
import { Dialog, Form, FormActions, TextField, toast } from '../../ui'

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
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
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
