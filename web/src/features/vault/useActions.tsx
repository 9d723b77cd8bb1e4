import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n'
import { type BulkAction, type MenuEntry, toast } from '../../ui'
import { CollectionsDialog } from './CollectionsDialog'
import { useFavor, useRestore, useTrash } from './changes'
import { DeleteDialog } from './DeleteDialog'
import type { Item } from './kinds'
import { MoveDialog } from './MoveDialog'
import { isTrashed } from './places'
import type { Row } from './reading'

type Asked = { what: 'move' | 'delete'; rows: readonly Row[] } | { what: 'assign'; row: Row }

/** What can be done with items, to one or to many, and the questions that come with it. */
export function useActions(): {
  actions: readonly BulkAction<Row>[]
  menu: (row: Row) => readonly MenuEntry[]
  questions: ReactNode
} {
  const { vault: words } = useText()
  const [asked, ask] = useState<Asked | null>(null)
  const favor = useFavor()
  const trash = useTrash()
  const restore = useRestore()
  const { actions: does, why } = words
  const failed = (cause: Error) => toast(cause.message || words.failed, { tone: 'bad' })

  const restoreAll = (rows: readonly Row[]) =>
    restore.mutate(ids(rows), {
      onSuccess: () => toast(words.restored(rows.length)),
      onError: failed,
    })
  const trashAll = (rows: readonly Row[]) =>
    trash.mutate(ids(rows), {
      onSuccess: () =>
        toast(words.trashed(rows.length), {
          action: { label: words.undo, onPress: () => restoreAll(rows) },
        }),
      onError: failed,
    })

  const mayTrash = ({ item }: Row) =>
    isTrashed(item) ? why.trashed : item.permissions.delete ? null : why.notAllowed
  const mayRestore = ({ item }: Row) =>
    !isTrashed(item) ? why.notTrashed : item.permissions.restore ? null : why.notAllowed
  const mayDelete = ({ item }: Row) =>
    !isTrashed(item) ? why.notTrashed : item.permissions.delete ? null : why.notAllowed
  const mayMove = ({ item }: Row) => (isTrashed(item) ? why.trashed : null)

  const actions: BulkAction<Row>[] = [
    {
      id: 'move',
      icon: 'folder',
      label: does.many.move,
      refuses: mayMove,
      run: (rows) => ask({ what: 'move', rows }),
    },
    {
      id: 'restore',
      icon: 'restore',
      label: does.many.restore,
      refuses: mayRestore,
      run: restoreAll,
    },
    { id: 'trash', icon: 'trash', label: does.many.trash, refuses: mayTrash, run: trashAll },
    {
      id: 'delete',
      icon: 'trash',
      tone: 'danger',
      label: does.many.delete,
      refuses: mayDelete,
      run: (rows) => ask({ what: 'delete', rows }),
    },
  ]

  const menu = (row: Row): MenuEntry[] =>
    isTrashed(row.item)
      ? [
          mayRestore(row) === null && {
            id: 'restore',
            label: does.restore,
            onAction: () => restoreAll([row]),
          },
          mayDelete(row) === null && {
            id: 'delete',
            label: does.delete,
            tone: 'danger' as const,
            onAction: () => ask({ what: 'delete', rows: [row] }),
          },
        ].filter((entry) => entry !== false)
      : [
          {
            id: 'favorite',
            label: row.item.favorite ? does.unfavor : does.favor,
            onAction: () => favor.mutate(row.item, { onError: failed }),
          },
          { id: 'move', label: does.move, onAction: () => ask({ what: 'move', rows: [row] }) },
          isAssigned(row.item) && {
            id: 'assign',
            label: does.assign,
            onAction: () => ask({ what: 'assign', row }),
          },
          mayTrash(row) === null && {
            id: 'trash',
            label: does.trash,
            onAction: () => trashAll([row]),
          },
        ].filter((entry) => entry !== false)

  const close = () => ask(null)
  const questions = asked && (
    <>
      {asked.what === 'move' && <MoveDialog rows={asked.rows} onClose={close} />}
      {asked.what === 'assign' && <CollectionsDialog row={asked.row} onClose={close} />}
      {asked.what === 'delete' && <DeleteDialog rows={asked.rows} onClose={close} />}
    </>
  )
  return { actions, menu, questions }
}

/** Whether the person may say in which collections it is: who changes it and sees all of it may. */
const isAssigned = ({ organizationId, edit, viewPassword }: Item): boolean =>
  Boolean(organizationId) && edit && viewPassword

const ids = (rows: readonly Row[]): string[] => rows.map(({ item }) => item.id)
