import { useState } from 'react'
import { useText } from '../../../i18n'
import { Dialog, Form, FormActions, TextField } from '../../../ui'
import { type InstallationKey, useNewInstallation } from './queries'

interface Props {
  onMade: (made: InstallationKey) => void
  onClose: () => void
}

/** Makes an id and a key for a server. */
export function NewInstallation({ onMade, onClose }: Props) {
  const { system } = useText()
  const { installations: words } = system
  const [email, setEmail] = useState('')
  const { mutate, isPending, error } = useNewInstallation()
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={words.request}>
      <Form
        aria-label={words.request}
        error={error}
        onSubmit={() => mutate(email.trim(), { onSuccess: onMade })}
        actions={<FormActions submit={words.submit} isPending={isPending} onCancel={onClose} />}
      >
        <TextField
          name="email"
          type="email"
          label={words.email}
          description={words.emailHelp}
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
