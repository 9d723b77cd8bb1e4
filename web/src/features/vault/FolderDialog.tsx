import { useText } from '../../i18n'
import { Dialog, Form, FormActions, TextField, toast } from '../../ui'
import { useSaveFolder } from './changes'
import type { Named } from './queries'

interface Props {
  /** Null for a new one. */
  folder: Named | null
  onClose: () => void
}

/** Names a folder. */
export function FolderDialog({ folder, onClose }: Props) {
  const { common, vault } = useText()
  const { folder: words } = vault
  const { mutate, error, isPending } = useSaveFolder()
  const title = folder ? words.rename : words.add
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={(values) =>
          mutate(
            { id: folder?.id ?? null, name: String(values.get('name')).trim() },
            {
              onSuccess: () => {
                toast(words.saved)
                onClose()
              },
            },
          )
        }
        actions={
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
        }
      >
        <TextField
          name="name"
          label={words.name}
          defaultValue={folder?.name ?? ''}
          autoComplete="off"
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
