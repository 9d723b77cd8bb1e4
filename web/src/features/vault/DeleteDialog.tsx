import { useFormat, useText } from '../../i18n'
import { useGo } from '../../session'
import { ConfirmDialog, Stack, Text, toast } from '../../ui'
import { useDelete, useDeleteFolder } from './changes'
import { ALL, placeAddress } from './places'
import type { Named } from './queries'
import type { Row } from './reading'

const NAMED = 10

/** Asks before items are gone for good. */
export function DeleteDialog({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) {
  const { vault: words } = useText()
  const { list } = useFormat()
  const { mutateAsync } = useDelete()
  const names = rows.slice(0, NAMED).map(({ name }) => name ?? words.unreadable)
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.delete.title(rows.length)}
      confirmLabel={words.delete.submit}
      onConfirm={async () => {
        await mutateAsync(rows.map(({ item }) => item.id))
        toast(words.delete.done(rows.length))
      }}
    >
      <Stack>
        <Text isStrong>{list(rows.length > NAMED ? [...names, '…'] : names)}</Text>
        <Text>{words.delete.why}</Text>
      </Stack>
    </ConfirmDialog>
  )
}

/** Asks before a folder goes; its items stay. */
export function DeleteFolderDialog({ folder, onClose }: { folder: Named; onClose: () => void }) {
  const { vault } = useText()
  const { folder: words } = vault
  const { mutateAsync } = useDeleteFolder()
  const go = useGo()
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.deleteTitle(folder.name ?? vault.unreadable)}
      confirmLabel={words.delete}
      onConfirm={async () => {
        await mutateAsync(folder.id)
        go(placeAddress(ALL), 'instead')
        toast(words.deleted)
      }}
    >
      <Text>{words.deleteWhy}</Text>
    </ConfirmDialog>
  )
}
