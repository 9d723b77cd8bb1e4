import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { planNamed } from '../../plans'
import { useGo } from '../../session'
import {
  Button,
  ConfirmDialog,
  CopyableId,
  EmptyState,
  FactList,
  Page as Frame,
  PageHead,
  Stack,
  Status,
  Table,
  Tabs,
  toast,
} from '../../ui'
import { DeedsOf } from './audit/DeedsOf'
import { ConnectionsTab } from './ConnectionsTab'
import { ApplyLicenseDialog } from './licenses/ApplyLicenseDialog'
import { LicenseView } from './licenses/LicenseDrawer'
import { type OrganizationView, organization, useDeleteOrganization } from './queries'

/** Everything the operator may know of an organization. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { system } = useText()
  const { organization: words, organizations: list } = system
  const { data } = useSuspenseQuery(organization(id))
  const [deletes, setDeletes] = useState(false)
  const { mutateAsync } = useDeleteOrganization(id)
  const navigate = useNavigate()
  const go = useGo()
  const { tab = 'facts' } = useLocation().search as { tab?: string }
  const { users } = data
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
        menu={[
          {
            id: 'delete',
            label: words.delete,
            icon: 'trash',
            tone: 'danger',
            onAction: () => setDeletes(true),
          },
        ]}
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
          {
            id: 'connections',
            label: words.tabs.connections,
            content: <ConnectionsTab data={data} />,
          },
          { id: 'license', label: words.tabs.license, content: <License data={data} /> },
          { id: 'audit', label: system.audit.title, content: <DeedsOf subject={id} /> },
        ]}
      />
      <ConfirmDialog
        isOpen={deletes}
        onOpenChange={setDeletes}
        title={words.deleteTitle(data.name)}
        confirmLabel={words.delete}
        typed={data.name}
        onConfirm={async () => {
          await mutateAsync()
          toast(words.deleted)
          await navigate({ to: paths.system.organizations() })
        }}
      >
        {words.deleteWhy(users.invited + users.accepted + users.confirmed + users.revoked)}
      </ConfirmDialog>
    </Frame>
  )
}

function Facts({ data }: { data: OrganizationView }) {
  const { billing, common, system } = useText()
  const { organization: words, organizations: list } = system
  const { date, dateTime, number } = useFormat()
  const { users } = data
  const seats = data.seats == null ? list.unlimited : number(data.seats)
  return (
    <FactList
      facts={[
        { term: words.id, value: <CopyableId label={words.id} value={data.id} /> },
        { term: list.plan, value: planNamed(data.planType, billing.tiers) },
        { term: words.billing, value: data.billingEmail },
        { term: words.occupied, value: words.of(number(data.occupiedSeats), seats) },
        { term: words.invited, value: number(users.invited) },
        { term: words.accepted, value: number(users.accepted) },
        { term: words.confirmed, value: number(users.confirmed) },
        { term: words.revoked, value: number(users.revoked) },
        { term: words.twoStep, value: number(users.twoStep) },
        { term: words.policies, value: number(data.policies) },
        { term: words.collections, value: number(data.collections) },
        { term: words.sponsorships, value: number(data.sponsorships) },
        { term: words.keys, value: data.hasPublicAndPrivateKeys ? common.yes : common.no },
        { term: words.features, value: data.features.join(', ') || common.none },
        {
          term: list.expires,
          value: data.expirationDate ? date(data.expirationDate) : common.never,
        },
        { term: list.made, value: dateTime(data.creationDate) },
        { term: words.changed, value: dateTime(data.revisionDate) },
      ]}
    />
  )
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

function License({ data: { license } }: { data: OrganizationView }) {
  const { system } = useText()
  const { organization: words, licenses } = system
  const [applies, setApplies] = useState(false)
  if (!license) return <EmptyState kind="nothing" icon="license" title={words.noLicense} isSmall />
  return (
    <Stack gap="3">
      <LicenseView license={license} />
      <div>
        <Button icon="upload" onPress={() => setApplies(true)}>
          {licenses.apply}
        </Button>
      </div>
      {applies && <ApplyLicenseDialog license={license} onClose={() => setApplies(false)} />}
    </Stack>
  )
}
