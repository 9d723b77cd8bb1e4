import { useQuery } from '@tanstack/react-query'
import { deviceKind } from '../../../deviceKind'
import { useFormat, useText } from '../../../i18n'
import { paths } from '../../../paths'
import {
  Callout,
  CopyableId,
  Drawer,
  EmptyState,
  ErrorState,
  FactList,
  Link,
  type MenuEntry,
  Section,
  Skeleton,
  Stack,
  Status,
  Table,
} from '../../../ui'
import { DeedsOf } from '../audit/DeedsOf'
import { type UserView, user } from './queries'

interface Props {
  id: string
  menu: (row: UserView) => readonly MenuEntry[]
  onClose: () => void
}

/** One account, beside the list: what it is, where it is used, what was done to it. */
export function UserDrawer({ id, menu, onClose }: Props) {
  const { users: words } = useText().system
  const { data, error, refetch } = useQuery(user(id))
  return (
    <Drawer
      title={data?.email ?? words.title}
      badge={
        data && (
          <Status tone={data.enabled ? 'ok' : 'bad'}>
            {data.enabled ? words.enabled : words.disabled}
          </Status>
        )
      }
      lead={data?.name}
      menu={data ? menu(data) : []}
      size="wide"
      isOpen
      onOpenChange={onClose}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton shape="block" />
      ) : (
        <Known data={data} />
      )}
    </Drawer>
  )
}

const DERIVATIONS: Record<number, string> = { 0: 'PBKDF2', 1: 'Argon2id' }

function Known({ data }: { data: UserView }) {
  const { common, system } = useText()
  const { users: words } = system
  const { facts, columns } = words
  const { date, dateTime, language, number } = useFormat()
  const derivation = DERIVATIONS[data.kdf] ?? String(data.kdf)
  return (
    <Stack gap="3">
      {data.disabledDate && (
        <Callout tone="bad">{words.disabledSince(dateTime(data.disabledDate))}</Callout>
      )}
      {!data.emailVerified && <Callout tone="warn">{words.unverified}</Callout>}
      <FactList
        facts={[
          { term: facts.id, value: <CopyableId label={facts.id} value={data.id} /> },
          { term: columns.twoStep, value: data.twoStep ? common.yes : common.no },
          {
            term: columns.premium,
            value: !data.premium
              ? common.no
              : data.premiumExpirationDate
                ? facts.premiumUntil(date(data.premiumExpirationDate))
                : common.yes,
          },
          { term: facts.password, value: data.hasMasterPassword ? facts.set : facts.notSet },
          { term: facts.keys, value: data.hasPublicAndPrivateKeys ? common.yes : common.no },
          {
            term: facts.derivation,
            value: facts.derived(derivation, number(data.kdfIterations)),
          },
          { term: facts.language, value: language(data.culture) },
          { term: facts.sessions, value: number(data.sessions) },
          { term: columns.created, value: dateTime(data.creationDate) },
          { term: facts.changed, value: dateTime(data.revisionDate) },
        ]}
      />
      <Section title={words.memberOf}>
        <Places data={data} />
      </Section>
      <Section title={words.devices}>
        <Devices data={data} />
      </Section>
      <Section title={words.deeds}>
        <DeedsOf subject={data.id} />
      </Section>
    </Stack>
  )
}

function Places({ data: { organizations } }: { data: UserView }) {
  const { system } = useText()
  const { users: words, organization: member } = system
  const { date } = useFormat()
  if (organizations.length === 0)
    return <EmptyState kind="nothing" icon="building" title={words.noOrganizations} isSmall />
  return (
    <Table
      label={words.memberOf}
      rows={organizations}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: words.organization,
          cell: ({ id, name }) => <Link href={paths.system.organization(id)}>{name}</Link>,
        },
        { id: 'role', header: member.role, cell: ({ type }) => member.roles[type] ?? type },
        {
          id: 'status',
          header: member.memberStatus,
          cell: ({ status }) => member.statuses[status] ?? status,
        },
        { id: 'since', header: words.since, cell: ({ creationDate }) => date(creationDate) },
      ]}
    />
  )
}

function Devices({ data: { devices } }: { data: UserView }) {
  const text = useText()
  const { users: words } = text.system
  const { date, relative } = useFormat()
  if (devices.length === 0)
    return <EmptyState kind="nothing" icon="device" title={words.noDevices} isSmall />
  return (
    <Table
      label={words.devices}
      rows={devices}
      keyOf={({ name, type, creationDate }) => `${name} ${type} ${creationDate}`}
      columns={[
        { id: 'name', header: words.device, cell: ({ name }) => name },
        { id: 'kind', header: words.kind, cell: ({ type }) => deviceKind(type, text) },
        { id: 'known', header: words.known, cell: ({ creationDate }) => date(creationDate) },
        {
          id: 'active',
          header: words.columns.active,
          cell: ({ lastActivity }) => relative(lastActivity),
        },
      ]}
    />
  )
}
