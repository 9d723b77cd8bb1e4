import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { Callout, Dialog, Form, FormActions, PasswordField, TextField } from '../../ui'
import { deleteOrganization } from './queries'

interface Props {
  id: string
  name: string
  onClose: () => void
  onDeleted: () => Promise<void>
}

/** Deletes an organization once its name is typed and the master password given. */
export function DeleteDialog({ id, name, onClose, onDeleted }: Props) {
  const { organizations } = useText()
  const { settings: words } = organizations
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => deleteOrganization(id, password),
    onSuccess: onDeleted,
  })
  const isOther = typed.trim() !== name
  const [insists, setInsists] = useState(false)
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.deleteTitle(name)}>
      <Callout tone="bad">{words.deleteWhy}</Callout>
      <Form
        aria-label={words.deleteTitle(name)}
        error={error}
        onSubmit={() => (isOther ? setInsists(true) : mutate())}
        actions={
          <FormActions
            submit={words.delete}
            tone="danger"
            isPending={isPending}
            onCancel={onClose}
          />
        }
      >
        <TextField
          name="typed"
          label={words.typeName(name)}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setInsists(false)
          }}
          errorMessage={insists && isOther ? words.typeName(name) : undefined}
          autoComplete="off"
          isRequired
          autoFocus
        />
        <PasswordField
          name="masterPasswordHash"
          label={words.masterPassword}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
      </Form>
    </Dialog>
  )
}
