import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganization } from '../../session'
import { Button, Checkbox, ConfirmDialog, Dialog, Form, Switch, TextField, toast } from '../../ui'
import { type Connection, useDeleteConnection, useSaveConnection } from './queries'

interface Props {
  connection: Connection | null
  onClose: () => void
}

/** Enters, replaces or removes the token that connects this server with the cloud's subscription. */
export function ManageSyncDialog({ connection, onClose }: Props) {
  const { billing, common } = useText()
  const { connection: words } = billing
  const { id } = useOrganization()
  const kept =
    connection?.config && 'AutomaticLicense' in connection.config ? connection.config : null
  const [token, setToken] = useState('')
  const [enabled, setEnabled] = useState(connection?.enabled ?? true)
  const [automaticLicense, setAutomatic] = useState(kept?.AutomaticLicense ?? true)
  const [deletes, setDeletes] = useState(false)
  const { mutate, error, isPending } = useSaveConnection(id, connection)
  const removal = useDeleteConnection(id, connection?.id ?? '')

  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.title}>
      <Form
        aria-label={words.title}
        error={error}
        names={{ billingSyncKey: 'token' }}
        onSubmit={() =>
          mutate(
            { token: token.trim(), enabled, automaticLicense },
            {
              onSuccess: () => {
                toast(words.saved)
                onClose()
              },
            },
          )
        }
        actions={
          <>
            {connection && (
              <Button variant="quiet" icon="trash" onPress={() => setDeletes(true)}>
                {words.delete}
              </Button>
            )}
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {common.actions.save}
            </Button>
          </>
        }
      >
        <TextField
          name="token"
          label={words.token}
          description={connection ? words.keep : words.help}
          value={token}
          onChange={setToken}
          autoComplete="off"
          isMono
          isRequired={!connection}
          autoFocus
        />
        <Switch isSelected={enabled} onChange={setEnabled}>
          {words.enabled}
        </Switch>
        <Checkbox isSelected={automaticLicense} onChange={setAutomatic}>
          {words.automatic}
        </Checkbox>
      </Form>
      <ConfirmDialog
        isOpen={deletes}
        onOpenChange={setDeletes}
        title={words.deleteTitle}
        confirmLabel={words.delete}
        onConfirm={async () => {
          await removal.mutateAsync()
          toast(words.deleted)
          onClose()
        }}
      >
        {words.deleteWhy}
      </ConfirmDialog>
    </Dialog>
  )
}
