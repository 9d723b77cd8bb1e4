import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../i18n'
import { paths } from '../../../paths'
import { useGo } from '../../../session'
import {
  EmptyState,
  Page as Frame,
  type MenuEntry,
  PageHead,
  Status,
  Table,
  Tabs,
} from '../../../ui'
import { DeedsOf } from '../audit/DeedsOf'
import { LicenseTab } from '../licenses/LicenseTab'
import { useTelling } from '../useTelling'
import { ConnectionsTab } from './ConnectionsTab'
import { EventsTab } from './EventsTab'
import { Facts } from './Facts'
import { FeaturesTab } from './FeaturesTab'
import { type Asked, OrganizationQuestion } from './OrganizationQuestion'
import { type OrganizationView, organization, useEnableOrganization } from './queries'

/** Everything the operator may know of an organization, and what they may do to it. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { system } = useText()
  const { organization: words, organizations: list } = system
  const { data } = useSuspenseQuery(organization(id))
  const [asked, ask] = useState<Asked | null>(null)
  const menu = useOrganizationMenu(data, ask)
  const go = useGo()
  const { tab = 'facts' } = useLocation().search as { tab?: string }
  return (
    <Frame>
      <PageHead
        title={data.name}
        badge={
          <Status tone={data.enabled ? 'ok' : 'bad'}>
            {data.enabled ? list.works : list.stopped}
          </Status>
        }
        back={{ label: list.title, href: paths.system.organizations() }}
        menu={menu}
      />
      <Tabs
        label={data.name}
        selected={tab}
        onSelect={(chosen) => go(`${paths.system.organization(id)}?tab=${chosen}`, 'instead')}
        tabs={[
          { id: 'facts', label: words.tabs.facts, content: <Facts data={data} /> },
          {
            id: 'administrators',
            label: words.tabs.administrators,
            content: <Administrators data={data} />,
          },
          { id: 'features', label: words.tabs.features, content: <FeaturesTab data={data} /> },
          {
            id: 'connections',
            label: words.tabs.connections,
            content: <ConnectionsTab data={data} />,
          },
          {
            id: 'license',
            label: words.tabs.license,
            content: <LicenseTab license={data.license ?? null} />,
          },
          { id: 'events', label: words.tabs.events, content: <EventsTab id={id} /> },
          { id: 'audit', label: system.audit.title, content: <DeedsOf subject={id} /> },
        ]}
      />
      {asked && <OrganizationQuestion asked={asked} data={data} onClose={() => ask(null)} />}
    </Frame>
  )
}

/** What can be done to an organization; what it pays for is changed where it pays, on the cloud. */
function useOrganizationMenu(data: OrganizationView, ask: (asked: Asked) => void): MenuEntry[] {
  const { organization: words } = useText().system
  const tell = useTelling()
  const enable = useEnableOrganization(data.id)
  const seats: MenuEntry = {
    id: 'seats',
    label: words.changeSeats,
    icon: 'user',
    onAction: () => ask('seats'),
  }
  const period: MenuEntry = {
    id: 'period',
    label: words.movePeriod,
    icon: 'calendar',
    onAction: () => ask('period'),
  }
  return [
    ...(data.seatsRange ? [seats] : []),
    ...(data.subscription ? [period] : []),
    data.enabled
      ? { id: 'stop', label: words.stop, icon: 'ban', onAction: () => ask('stop') }
      : {
          id: 'start',
          label: words.start,
          icon: 'check',
          onAction: () => enable.mutate(true, tell(words.startedNow(data.name))),
        },
    {
      id: 'delete',
      label: words.delete,
      icon: 'trash',
      tone: 'danger',
      onAction: () => ask('delete'),
    },
  ]
}

function Administrators({ data }: { data: OrganizationView }) {
  const { organization: words } = useText().system
  if (data.administrators.length === 0)
    return <EmptyState kind="nothing" icon="user" title={words.noAdministrators} isSmall />
  return (
    <Table
      label={words.tabs.administrators}
      rows={data.administrators}
      keyOf={({ email }) => email}
      columns={[
        { id: 'email', header: words.email, cell: ({ email }) => email },
        { id: 'role', header: words.role, cell: ({ type }) => words.roles[type] ?? type },
        {
          id: 'status',
          header: words.memberStatus,
          cell: ({ status }) => words.statuses[status] ?? status,
        },
      ]}
    />
  )
}
