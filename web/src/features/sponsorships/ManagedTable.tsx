import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { type BulkAction, type Column, ConfirmDialog, DataTable, Status, toast } from '../../ui'
import { ChangeRecipientDialog } from './ChangeRecipientDialog'
import { readNotes } from './notes'
import {
  type At,
  type Sponsorship,
  useEditOffer,
  useReinstate,
  useResend,
  useRevokeMany,
} from './queries'
import { removalOf } from './removal'
import { isOpen, isTakenBack, told, waitsForSync } from './status'

interface Props {
  at: At
  rows: readonly Sponsorship[]
  empty: ReactNode
}

const idOf = ({ id }: Sponsorship) => id
const NEWEST = [{ column: 'made', descending: true }]
const isLive = (row: Sponsorship) => !row.toDelete && row.status !== 'ended'

/** The sponsorships of an organization, and what can be done to one or to many. */
export function ManagedTable({ at, rows, empty }: Props) {
  const text = useText()
  const { sponsorships: words } = text
  const format = useFormat()
  const { data: notes } = useQuery(readNotes(at.organization, rows))
  const revoke = useRevokeMany(at)
  const reinstate = useReinstate(at)
  const resend = useResend(at)
  const edit = useEditOffer(at)
  const [removed, setRemoved] = useState<readonly Sponsorship[]>([])
  const [changed, setChanged] = useState<Sponsorship | null>(null)
  const failed = (cause: Error) => toast(cause.message, { tone: 'bad' })
  const mail = (chosen: readonly Sponsorship[]) =>
    resend.mutate(
      chosen.map(({ friendlyName, recipientEmail }) => friendlyName ?? recipientEmail),
      { onSuccess: () => toast(words.mine.resent(chosen.length)), onError: failed },
    )
  const columns = useMemo(() => columnsOf(text, format, notes ?? new Map()), [text, format, notes])

  const actions: BulkAction<Sponsorship>[] = [
    ...(at.selfHosted
      ? []
      : [
          {
            id: 'resend',
            icon: 'mail' as const,
            label: words.managed.resendSelected,
            refuses: (row: Sponsorship) => (isOpen(row) ? null : told(row, text, format).word),
            run: mail,
          },
        ]),
    {
      id: 'remove',
      icon: 'trash',
      tone: 'danger',
      label: words.managed.removeSelected,
      refuses: (row) => (isLive(row) ? null : told(row, text, format).word),
      run: setRemoved,
    },
  ]

  const menu = (row: Sponsorship) => [
    ...(at.selfHosted && waitsForSync(row)
      ? [
          {
            id: 'sync',
            label: words.actions.seeSync,
            href: paths.organization.sync(at.organization),
          },
        ]
      : []),
    ...(isOpen(row) && !at.selfHosted
      ? [{ id: 'resend', label: words.actions.resend, onAction: () => mail([row]) }]
      : []),
    ...(isOpen(row)
      ? [{ id: 'change', label: words.actions.change, onAction: () => setChanged(row) }]
      : []),
    ...(isTakenBack(row)
      ? [
          {
            id: 'undo',
            label: words.actions.undo,
            onAction: () =>
              reinstate.mutate(row.id, {
                onSuccess: () => toast(words.mine.undone),
                onError: failed,
              }),
          },
        ]
      : []),
    ...(isLive(row)
      ? [
          {
            id: 'remove',
            label: words.actions.remove,
            tone: 'danger' as const,
            onAction: () => setRemoved([row]),
          },
        ]
      : []),
  ]

  const [only] = removed
  return (
    <>
      <DataTable
        id="sponsorships"
        label={words.managed.table}
        rows={rows}
        rowId={idOf}
        columns={columns}
        defaultSort={NEWEST}
        actions={actions}
        rowMenu={menu}
        empty={empty}
        isPrivate
      />
      <ConfirmDialog
        isOpen={removed.length > 0}
        onOpenChange={() => setRemoved([])}
        title={words.removal.title(removed.length)}
        confirmLabel={words.removal.confirm}
        onConfirm={async () => {
          await revoke.mutateAsync(removed.map(idOf))
          toast(words.removal.done(removed.length))
        }}
      >
        {only && removed.length === 1
          ? removalOf(only, at.selfHosted, words, format)
          : words.removal.ofMany(removed.length)}
      </ConfirmDialog>
      {changed && (
        <ChangeRecipientDialog
          email={changed.recipientEmail}
          onClose={() => setChanged(null)}
          onChange={(email) =>
            edit.mutateAsync({ id: changed.id, email, notes: changed.notes ?? null })
          }
        />
      )}
    </>
  )
}

function columnsOf(
  text: Messages,
  format: Format,
  notes: ReadonlyMap<string, string | null>,
): Column<Sponsorship>[] {
  const { sponsorships: words } = text
  return [
    {
      id: 'recipient',
      header: words.columns.recipient,
      value: ({ recipientEmail }) => recipientEmail,
      isIdentity: true,
    },
    {
      id: 'status',
      header: words.columns.status,
      minWidth: 116,
      value: (row) => told(row, text, format).word,
      cell: (row) => {
        const { tone, word } = told(row, text, format)
        return <Status tone={tone}>{word}</Status>
      },
      filter: { of: (row) => told(row, text, format).word, isInline: true },
    },
    {
      id: 'next',
      header: words.columns.next,
      minWidth: 330,
      value: (row) => {
        const { why, next } = told(row, text, format)
        return why ? `${why} ${next}` : next
      },
    },
    {
      id: 'kind',
      isHidden: true,
      header: words.columns.kind,
      value: ({ isAdminInitiated: it }) => (it ? words.kind.admin : words.kind.own),
      filter: { of: ({ isAdminInitiated: it }) => (it ? words.kind.admin : words.kind.own) },
    },
    {
      id: 'notes',
      header: words.columns.notes,
      minWidth: 110,
      value: ({ id, notes: it }) =>
        it ? (notes.get(id) ?? (notes.has(id) ? words.managed.unreadableNote : '')) : '',
    },
    {
      id: 'made',
      header: words.columns.made,
      minWidth: 116,
      value: ({ since }) => new Date(since),
      cell: ({ since }) => format.date(since),
    },
  ]
}
