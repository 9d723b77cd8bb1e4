import { useText } from '../../i18n'
import { Dialog, Form, FormActions, Select, toast } from '../../ui'
import { useMove } from './changes'
import { useNames } from './queries'
import type { Row } from './reading'

const NONE = 'none'

interface Props {
  rows: readonly Row[]
  onClose: () => void
}

/** Puts items into a folder, or out of theirs. */
export function MoveDialog({ rows, onClose }: Props) {
  const { vault: words } = useText()
  const { folders } = useNames()
  const { mutate, error, isPending } = useMove()
  const title = words.move.title(rows.length)
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={(values) => {
          const folder = String(values.get('folder'))
          mutate(
            { ids: rows.map(({ item }) => item.id), folderId: folder === NONE ? null : folder },
            {
              onSuccess: () => {
                toast(words.move.done(rows.length))
                onClose()
              },
            },
          )
        }}
        actions={
          <FormActions submit={words.move.submit} isPending={isPending} onCancel={onClose} />
        }
      >
        <Select
          name="folder"
          label={words.edit.folder}
          defaultValue={rows[0]?.item.folderId ?? NONE}
          isRequired
          options={[
            { value: NONE, label: words.places.noFolder },
            ...folders.map(({ id, name }) => ({ value: id, label: name ?? words.unreadable })),
          ]}
        />
      </Form>
    </Dialog>
  )
}
