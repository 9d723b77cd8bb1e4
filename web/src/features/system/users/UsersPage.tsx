import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../../i18n'
import { paths } from '../../../paths'
import { useGo } from '../../../session'
import { type Column, EmptyState, Page as Frame, PageHead, Status } from '../../../ui'
import { ServerTable } from '../ServerTable'
import { type UserLine, useUsers } from './queries'
import { UserDrawer } from './UserDrawer'
import { type Asked, UserQuestion } from './UserQuestion'
import { useUserMenu } from './useUserMenu'

const addressOf = ({ id }: UserLine) => paths.system.user(id)
const revisionOf = ({ enabled, emailVerified, twoStep }: UserLine) =>
  `${enabled} ${emailVerified} ${twoStep}`

/** The accounts of this server, and what its operator may do to them. */
export function Page() {
  const text = useText()
  const { users: words } = text.system
  const format = useFormat()
  const { userId } = useParams({ strict: false })
  const go = useGo()
  const { first, ...list } = useUsers()
  const [asked, ask] = useState<Asked | null>(null)
  const menu = useUserMenu(ask)
  const counts = first?.counts ?? null
  const columns = useMemo(() => columnsOf(text, format, counts), [text, format, counts])
  const close = () => go(paths.system.users() + window.location.search)
  return (
    <Frame width="full">
      <PageHead title={words.title} state={counts && words.state(counts.total, counts.disabled)} />
      <ServerTable
        list={list}
        id="system.users"
        label={words.title}
        rowHref={addressOf}
        rowMenu={menu}
        revision={revisionOf}
        columns={columns}
        empty={
          <EmptyState kind="nothing" icon="user" title={words.empty}>
            {words.emptyWhy}
          </EmptyState>
        }
      />
      {userId && <UserDrawer id={userId} menu={menu} onClose={close} />}
      {asked && <UserQuestion asked={asked} onClose={() => ask(null)} onDeleted={close} />}
    </Frame>
  )
}

interface Counts {
  total: number
  unverified: number
  twoStep: number
  disabled: number
}

function columnsOf(
  { system }: Messages,
  { date }: Format,
  counts: Counts | null,
): Column<UserLine>[] {
  const { users: words } = system
  const status = ({ enabled }: UserLine) => (enabled ? words.enabled : words.disabled)
  const { columns: names, filters } = words
  return [
    {
      id: 'email',
      header: names.email,
      value: ({ email }) => email,
      isIdentity: true,
      isUnsorted: true,
      width: 200,
    },
    { id: 'name', header: names.name, value: ({ name }) => name, isUnsorted: true, width: 120 },
    {
      id: 'status',
      header: names.status,
      value: status,
      cell: (row) => <Status tone={row.enabled ? 'ok' : 'bad'}>{status(row)}</Status>,
      isUnsorted: true,
      width: 110,
      filter: {
        of: () => null,
        keys: ['unverified', 'twoStep', 'noTwoStep', 'disabled'],
        label: (key) => filters[key as keyof typeof filters] ?? key,
        isInline: true,
        counts: counts
          ? {
              all: counts.total,
              of: {
                unverified: counts.unverified,
                twoStep: counts.twoStep,
                noTwoStep: counts.total - counts.twoStep,
                disabled: counts.disabled,
              },
            }
          : undefined,
      },
    },
    {
      id: 'verified',
      header: names.verified,
      value: ({ emailVerified }) => emailVerified,
      isUnsorted: true,
      isHidden: true,
    },
    {
      id: 'twoStep',
      header: names.twoStep,
      value: ({ twoStep }) => twoStep,
      isUnsorted: true,
      width: 125,
    },
    {
      id: 'premium',
      header: names.premium,
      value: ({ premium }) => premium,
      isUnsorted: true,
      isHidden: true,
    },
    {
      id: 'organizations',
      header: names.organizations,
      value: ({ organizations }) => organizations,
      isNumeric: true,
      isUnsorted: true,
      width: 125,
    },
    {
      id: 'created',
      header: names.created,
      value: ({ creationDate }) => new Date(creationDate),
      cell: ({ creationDate }) => date(creationDate),
      isUnsorted: true,
      width: 110,
    },
    {
      id: 'active',
      header: names.active,
      value: ({ lastActivity }) => (lastActivity ? new Date(lastActivity) : null),
      cell: ({ lastActivity }) => lastActivity && date(lastActivity),
      isUnsorted: true,
      width: 125,
    },
  ]
}
