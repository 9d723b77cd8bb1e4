import { useMemo, useState } from 'react'
import {
  Badge,
  type BulkAction,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Inline,
  Stack,
  Status,
  type Tone,
  toast,
} from '../../ui'

interface Person {
  id: string
  name: string
  mail: string
  status: keyof typeof STATUS
  role: string
  groups: readonly string[]
  seats: number
  joined: Date | null
}

const STATUS = {
  confirmed: ['Confirmed', 'ok'],
  accepted: ['Needs confirmation', 'warn'],
  invited: ['Invited', 'waiting'],
  revoked: ['Revoked', 'neutral'],
} as const satisfies Record<string, readonly [string, Tone]>

const FIRST = [
  'Ada',
  'Bea',
  'Carl',
  'Dov',
  'Élise',
  'Finn',
  'Grâce',
  'Hana',
  'Ines',
  'Jürgen',
  'Kofi',
  'Léa',
]
const LAST = [
  'Abel',
  'Brandt',
  'Çelik',
  'Dubois',
  'Ek',
  'Fournier',
  'Gómez',
  'Håkan',
  'Ito',
  'Jansen',
  'Keller',
]
const GROUPS = [
  'Finance',
  'Sales',
  'Support',
  'Night shift',
  'Research',
  'Legal',
  'Design',
  'Field',
  'Board',
  'Québec',
]
const ROLES = ['Owner', 'Administrator', 'User', 'Custom']
const DAY = 86_400_000

const pick = <T,>(list: readonly T[], n: number): T => list[n % list.length] as T

function people(count: number): Person[] {
  const states = Object.keys(STATUS) as Person['status'][]
  return Array.from({ length: count }, (_, n) => {
    const name = `${pick(FIRST, n * 7)} ${pick(LAST, n * 5 + Math.floor(n / 12))}`
    const status =
      n % 9 === 0
        ? 'accepted'
        : n % 7 === 0
          ? 'invited'
          : n % 31 === 0
            ? 'revoked'
            : pick(states, 0)
    return {
      id: `p${n}`,
      name: `${name} ${n}`,
      mail: `${name.replace(' ', '.').toLowerCase()}.${n}@example.com`,
      status,
      role: n < 2 ? 'Owner' : pick(ROLES, 1 + (n % 5 === 0 ? 0 : n % 13 === 0 ? 2 : 1)),
      groups: GROUPS.filter((_g, at) => (n * 13 + at * 7) % 11 < 2),
      seats: (n * 37) % 500,
      joined: status === 'invited' ? null : new Date(Date.UTC(2026, 10, 20) - (n % 900) * DAY),
    }
  })
}

const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', value: (person) => person.name, isIdentity: true },
  { id: 'mail', header: 'Email address', value: (person) => person.mail, width: 260 },
  {
    id: 'status',
    header: 'Status',
    width: 180,
    value: (person) => STATUS[person.status][0],
    cell: ({ status }) => <Status tone={STATUS[status][1]}>{STATUS[status][0]}</Status>,
    filter: {
      of: (person) => person.status,
      label: (key) => STATUS[key as Person['status']]?.[0] ?? key,
      keys: ['invited', 'accepted', 'revoked'],
      isInline: true,
    },
  },
  {
    id: 'role',
    header: 'Role',
    value: (person) => person.role,
    filter: { of: (person) => person.role },
  },
  {
    id: 'groups',
    header: 'Groups',
    value: (person) => person.groups,
    cell: ({ groups }, mark) => (
      <Inline gap="half">
        {groups.slice(0, 2).map((group) => (
          <Badge key={group}>{mark(group)}</Badge>
        ))}
        {groups.length > 2 && <Badge>+{groups.length - 2}</Badge>}
      </Inline>
    ),
    filter: { of: (person) => person.groups },
    width: 200,
  },
  { id: 'seats', header: 'Items', value: (person) => person.seats, isNumeric: true },
  { id: 'joined', header: 'Since', value: (person) => person.joined },
]

const ACTIONS: readonly BulkAction<Person>[] = [
  {
    id: 'confirm',
    label: (n) => `Confirm ${n}`,
    icon: 'check',
    refuses: ({ status }) => (status === 'accepted' ? null : 'They do not need confirmation'),
    run: (rows) => toast(`${rows.length} were confirmed.`),
  },
  {
    id: 'revoke',
    label: (n) => `Revoke ${n}`,
    icon: 'ban',
    tone: 'danger',
    run: (rows) => toast(`${rows.length} were revoked.`),
  },
]

export function Tables() {
  const count = Number(new URLSearchParams(window.location.search).get('rows') ?? 1204)
  const rows = useMemo(() => people(count), [count])
  const [isOld, setOld] = useState(false)
  return (
    <Stack>
      <DataTable
        id="gallery"
        label="Members"
        rows={rows}
        rowId={idOf}
        columns={COLUMNS}
        rowHref={hrefOf}
        rowMenu={menuOf}
        actions={ACTIONS}
        defaultSort={BY_NAME}
        stale={isOld ? { since: new Date(), onRetry: () => setOld(false) } : null}
        tools={
          <Button size="small" variant="quiet" onPress={() => setOld(!isOld)}>
            Lose the server
          </Button>
        }
        empty={<EmptyState kind="nothing" title="No members yet" />}
      />
    </Stack>
  )
}

const BY_NAME = [{ column: 'name' }]
const idOf = ({ id }: Person) => id
const hrefOf = ({ id }: Person) => `/gallery?show=tables&open=${id}`
const menuOf = ({ name }: Person) => [
  { id: 'edit', label: 'Edit', icon: 'edit' as const, onAction: () => toast(name) },
  {
    id: 'remove',
    label: 'Remove',
    icon: 'trash' as const,
    tone: 'danger' as const,
    onAction: () => toast(name),
  },
]
