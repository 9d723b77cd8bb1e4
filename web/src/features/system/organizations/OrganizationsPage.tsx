import { useMemo } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../../i18n'
import { paths } from '../../../paths'
import { planNamed } from '../../../plans'
import { useServerConfig } from '../../../session'
import { type Column, EmptyState, Page as Frame, PageHead, Status } from '../../../ui'
import { ServerTable } from '../ServerTable'
import { type OrganizationLine, useOrganizations } from './queries'

const addressOf = ({ id }: OrganizationLine) => paths.system.organization(id)
const revisionOf = ({ enabled, seats, syncFailures }: OrganizationLine) =>
  `${enabled} ${seats} ${syncFailures}`

/** The organizations of this server, by name or by a member's address. */
export function Page() {
  const text = useText()
  const { organizations: words } = text.system
  const format = useFormat()
  const { selfHosted } = useServerConfig()
  const list = useOrganizations()
  const columns = useMemo(() => columnsOf(text, format, selfHosted), [text, format, selfHosted])
  return (
    <Frame width="full">
      <PageHead title={words.title} />
      <ServerTable
        list={list}
        id="system.organizations"
        label={words.title}
        searchHint={words.searchHint}
        rowHref={addressOf}
        revision={revisionOf}
        columns={columns}
        empty={
          <EmptyState kind="nothing" icon="building" title={words.empty}>
            {selfHosted ? words.emptyHere : words.emptyCloud}
          </EmptyState>
        }
      />
    </Frame>
  )
}

const dateOf = (at: string | null | undefined) => (at ? new Date(at) : null)

function columnsOf(
  { billing, common, system }: Messages,
  { date, number, relative }: Format,
  selfHosted: boolean,
): Column<OrganizationLine>[] {
  const { organizations: words } = system
  const seats = (row: OrganizationLine) =>
    words.of(number(row.members), row.seats == null ? words.unlimited : number(row.seats))
  const status = ({ enabled }: OrganizationLine) => (enabled ? words.works : words.stopped)
  const sync = ({ connected, lastSync, syncFailures }: OrganizationLine) => {
    if (!connected) return words.notConnected
    if (syncFailures > 0) return words.syncFails(syncFailures)
    return lastSync ? relative(lastSync) : common.never
  }
  const day = (at: string | null | undefined) => (at ? date(at) : common.never)
  const columns: (Column<OrganizationLine> | false)[] = [
    {
      id: 'name',
      header: words.name,
      value: ({ name }) => name,
      isIdentity: true,
      isUnsorted: true,
      width: 220,
    },
    {
      id: 'plan',
      header: words.plan,
      value: ({ planType }) => planNamed(planType, billing.tiers),
      isUnsorted: true,
      width: 110,
    },
    {
      id: 'status',
      header: words.status,
      value: status,
      cell: (row) => <Status tone={row.enabled ? 'ok' : 'bad'}>{status(row)}</Status>,
      isUnsorted: true,
      width: 120,
    },
    { id: 'seats', header: words.seats, value: seats, isUnsorted: true, width: 120 },
    selfHosted && {
      id: 'sync',
      header: words.sync,
      value: sync,
      cell: (row) => (row.syncFailures > 0 ? <Status tone="bad">{sync(row)}</Status> : sync(row)),
      isUnsorted: true,
      width: 160,
    },
    {
      id: 'expires',
      header: words.expires,
      value: ({ expirationDate }) => dateOf(expirationDate),
      cell: ({ expirationDate }) => day(expirationDate),
      isUnsorted: true,
      width: 120,
    },
    {
      id: 'made',
      header: words.made,
      value: ({ creationDate }) => dateOf(creationDate),
      cell: ({ creationDate }) => day(creationDate),
      isUnsorted: true,
      width: 120,
    },
    {
      id: 'billing',
      header: words.billing,
      value: ({ billingEmail }) => billingEmail,
      isUnsorted: true,
      isHidden: true,
    },
  ]
  return columns.filter((column) => column !== false)
}
