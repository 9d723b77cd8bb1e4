import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { planNamed } from '../../plans'
import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  Form,
  Page as Frame,
  Inline,
  Link,
  PageHead,
  Skeleton,
  Stack,
  Status,
  Table,
  Text,
  TextField,
} from '../../ui'
import { type OrganizationLine, type OrganizationSearch, organizations } from './queries'

const ALL: OrganizationSearch = { name: '', userEmail: '', page: 1 }

/** The organizations of this server, by name or by a member's address. */
export function Page() {
  const { organizations: words } = useText().system
  const [search, setSearch] = useState(ALL)
  const { data, error, refetch } = useQuery({
    ...organizations(search),
    placeholderData: keepPreviousData,
  })
  const goTo = (page: number) => setSearch({ ...search, page })
  return (
    <Frame>
      <PageHead title={words.title} />
      <Stack gap="3">
        <Card>
          <Search onSearch={(name, userEmail) => setSearch({ name, userEmail, page: 1 })} />
        </Card>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton shape="rows" />
        ) : data.data.length === 0 ? (
          <EmptyState
            kind={search.name || search.userEmail ? 'noMatch' : 'nothing'}
            icon="building"
            title={search.name || search.userEmail ? words.noMatch : words.empty}
          />
        ) : (
          <>
            <Card isFlush>
              <Lines rows={data.data} />
            </Card>
            {(data.more || search.page > 1) && (
              <Inline justify="end">
                <Text tone="muted">{words.page(search.page)}</Text>
                <Button isDisabled={search.page === 1} onPress={() => goTo(search.page - 1)}>
                  {words.previous}
                </Button>
                <Button isDisabled={!data.more} onPress={() => goTo(search.page + 1)}>
                  {words.next}
                </Button>
              </Inline>
            )}
          </>
        )}
      </Stack>
    </Frame>
  )
}

function Search({ onSearch }: { onSearch: (name: string, email: string) => void }) {
  const { organizations: words } = useText().system
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  return (
    <Form
      aria-label={words.title}
      onSubmit={() => onSearch(name.trim(), email.trim())}
      actions={
        <Button type="submit" icon="search">
          {words.find}
        </Button>
      }
    >
      <TextField label={words.search} value={name} onChange={setName} />
      <TextField label={words.searchEmail} value={email} onChange={setEmail} />
    </Form>
  )
}

function Lines({ rows }: { rows: readonly OrganizationLine[] }) {
  const { billing, common, system } = useText()
  const { organizations: words } = system
  const { date, number } = useFormat()
  return (
    <Table
      label={words.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: words.name,
          cell: ({ id, name }) => <Link href={paths.system.organization(id)}>{name}</Link>,
        },
        { id: 'plan', header: words.plan, cell: (row) => planNamed(row.planType, billing.tiers) },
        {
          id: 'seats',
          header: words.seats,
          cell: ({ seats }) => (seats == null ? words.unlimited : number(seats)),
          isNumber: true,
        },
        {
          id: 'status',
          header: words.status,
          cell: ({ enabled }) => (
            <Status tone={enabled ? 'ok' : 'bad'}>{enabled ? words.works : words.stopped}</Status>
          ),
        },
        { id: 'made', header: words.made, cell: ({ creationDate }) => date(creationDate) },
        {
          id: 'expires',
          header: words.expires,
          cell: ({ expirationDate }) => (expirationDate ? date(expirationDate) : common.never),
        },
      ]}
    />
  )
}
