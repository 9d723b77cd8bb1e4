import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../i18n'
import { useOrganization, useProfile } from '../../session'
import {
  type BulkAction,
  Button,
  Callout,
  type Column,
  DataTable,
  EmptyState,
  Page as Frame,
  PageHead,
  Stack,
  Status,
  type Tone,
  toast,
} from '../../ui'
import { ConfirmMembersDialog } from './ConfirmMembersDialog'
import { EditRoleDialog } from './EditRoleDialog'
import { InviteDialog } from './InviteDialog'
import { LosingDialog } from './LosingDialog'
import {
  isAccepted,
  isInvited,
  isRevoked,
  type Member,
  memberList,
  nameOf,
  type Refusals,
  useResend,
  useRestore,
} from './queries'

const TONES: Record<number, Tone> = { [-1]: 'neutral', 0: 'waiting', 1: 'warn', 2: 'ok' }
const BY_NAME = [{ column: 'name' }]
const idOf = ({ id }: Member) => id

type Asked =
  | { what: 'invite' }
  | { what: 'confirm' | 'revoke' | 'remove'; members: readonly Member[] }
  | { what: 'edit'; member: Member }

/** The members of an organization, and what can be done to one or to many. */
export function Page() {
  const text = useText()
  const { members: words } = text
  const { id: organization, name } = useOrganization()
  const { id: self } = useProfile()
  const { data: rows } = useSuspenseQuery(memberList(organization))
  const [asked, ask] = useState<Asked | null>(null)
  const close = () => ask(null)
  const resend = useResend(organization)
  const restore = useRestore(organization)
  const waiting = rows.filter(isAccepted)
  const format = useFormat()
  const columns = useMemo(() => columnsOf(text, format), [text, format])
  const isSelf = ({ userId }: Member) => userId === self

  const told = (done: string) => ({
    onSuccess: (refused: Refusals) => {
      const [why] = refused.values()
      if (why) toast(why, { tone: 'bad' })
      else toast(done)
    },
    onError: (cause: Error) => toast(cause.message, { tone: 'bad' }),
  })
  const resendTo = (chosen: readonly Member[]) =>
    resend.mutate(chosen.map(idOf), told(words.resent))
  const restoreAll = (chosen: readonly Member[]) =>
    restore.mutate(chosen.map(idOf), told(words.restored))

  const actions: BulkAction<Member>[] = [
    {
      id: 'resend',
      icon: 'mail',
      label: words.actions.many.resend,
      refuses: (row) => (isInvited(row) ? null : words.why.notInvited),
      run: resendTo,
    },
    {
      id: 'confirm',
      icon: 'check',
      label: words.actions.many.confirm,
      refuses: (row) => (isAccepted(row) ? null : words.why.notAccepted),
      run: (members) => ask({ what: 'confirm', members }),
    },
    {
      id: 'restore',
      icon: 'restore',
      label: words.actions.many.restore,
      refuses: (row) => (isRevoked(row) ? null : words.why.notRevoked),
      run: restoreAll,
    },
    {
      id: 'revoke',
      icon: 'ban',
      label: words.actions.many.revoke,
      refuses: (row) =>
        isSelf(row) ? words.why.yourself : isRevoked(row) ? words.why.notActive : null,
      run: (members) => ask({ what: 'revoke', members }),
    },
    {
      id: 'remove',
      icon: 'trash',
      tone: 'danger',
      label: words.actions.many.remove,
      refuses: (row) => (isSelf(row) ? words.why.yourself : null),
      run: (members) => ask({ what: 'remove', members }),
    },
  ]

  const menu = (row: Member) => {
    const { actions: does } = words
    const members = [row]
    return [
      isInvited(row) && { id: 'resend', label: does.resend, onAction: () => resendTo(members) },
      isAccepted(row) && {
        id: 'confirm',
        label: does.confirm,
        onAction: () => ask({ what: 'confirm', members }),
      },
      !isRevoked(row) &&
        !isSelf(row) && {
          id: 'edit',
          label: does.edit,
          onAction: () => ask({ what: 'edit', member: row }),
        },
      isRevoked(row) && { id: 'restore', label: does.restore, onAction: () => restoreAll(members) },
      !isRevoked(row) &&
        !isSelf(row) && {
          id: 'revoke',
          label: does.revoke,
          onAction: () => ask({ what: 'revoke', members }),
        },
      !isSelf(row) && {
        id: 'remove',
        label: does.remove,
        tone: 'danger' as const,
        onAction: () => ask({ what: 'remove', members }),
      },
    ].filter((entry) => entry !== false)
  }

  const inviting = (
    <Button variant="primary" icon="invite" onPress={() => ask({ what: 'invite' })}>
      {words.actions.invite}
    </Button>
  )
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        context={name}
        state={words.state(rows.length, waiting.length)}
        action={inviting}
      />
      <Stack>
        {waiting.length > 0 && (
          <Callout
            tone="warn"
            action={
              <Button onPress={() => ask({ what: 'confirm', members: waiting })}>
                {words.actions.confirm}
              </Button>
            }
          >
            {words.waiting(waiting.length)}
          </Callout>
        )}
        <DataTable
          id="members"
          label={words.title}
          rows={rows}
          rowId={idOf}
          columns={columns}
          defaultSort={BY_NAME}
          actions={actions}
          rowMenu={menu}
          empty={
            <EmptyState kind="nothing" icon="user" title={words.empty} action={inviting}>
              {words.emptyWhy}
            </EmptyState>
          }
        />
      </Stack>
      {asked?.what === 'invite' && <InviteDialog organization={organization} onClose={close} />}
      {asked?.what === 'edit' && (
        <EditRoleDialog organization={organization} member={asked.member} onClose={close} />
      )}
      {asked?.what === 'confirm' && (
        <ConfirmMembersDialog organization={organization} members={asked.members} onClose={close} />
      )}
      {(asked?.what === 'revoke' || asked?.what === 'remove') && (
        <LosingDialog
          organization={organization}
          what={asked.what}
          members={asked.members}
          onClose={close}
        />
      )}
    </Frame>
  )
}

function columnsOf({ members: words }: Messages, format: Format): Column<Member>[] {
  const status = ({ status: it }: Member) => words.status[it] ?? String(it)
  const role = ({ type }: Member) => words.role[type] ?? String(type)
  return [
    { id: 'name', header: words.columns.name, value: nameOf, isIdentity: true, minWidth: 170 },
    { id: 'email', header: words.columns.email, value: ({ email }) => email, minWidth: 190 },
    {
      id: 'status',
      header: words.columns.status,
      minWidth: 180,
      value: status,
      cell: (row) => <Status tone={TONES[row.status] ?? 'neutral'}>{status(row)}</Status>,
      filter: { of: status, isInline: true },
    },
    { id: 'role', header: words.columns.role, value: role, filter: { of: role }, minWidth: 110 },
    {
      id: 'twoStep',
      header: words.columns.twoStep,
      minWidth: 120,
      value: ({ twoFactorEnabled: it }) => (it ? words.on : words.off),
      filter: { of: ({ twoFactorEnabled: it }) => (it ? words.on : words.off) },
    },
    {
      id: 'since',
      header: words.columns.since,
      minWidth: 116,
      value: ({ creationDate }) => new Date(creationDate),
      cell: ({ creationDate }) => format.date(creationDate),
    },
  ]
}
