import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { useServerConfig } from '../../session'
import {
  Card,
  Columns,
  CopyableId,
  EmptyState,
  FactList,
  Page as Frame,
  PageHead,
  Stack,
  Table,
} from '../../ui'
import { Attention } from './Attention'
import { ActionList } from './audit/ActionList'
import { type Overview, overview } from './queries'

/** How the server is doing, and what needs its operator. */
export function Page() {
  const { system } = useText()
  const { overview: words } = system
  const { data } = useSuspenseQuery(overview())
  return (
    <Frame>
      <PageHead title={words.title} state={words.state(data.organizations, data.users)} />
      <Stack gap="3">
        <Attention data={data} />
        <Columns>
          <Stack gap="3">
            <ServerCard data={data} />
            <WorkCard data={data} />
          </Stack>
          <Stack>
            <SchedulesCard data={data} />
          </Stack>
        </Columns>
        <Card title={words.actions} isFlush>
          {data.actions.length === 0 ? (
            <EmptyState kind="nothing" icon="list" title={system.audit.empty} isSmall />
          ) : (
            <ActionList rows={data.actions} />
          )}
        </Card>
      </Stack>
    </Frame>
  )
}

function ServerCard({ data }: { data: Overview }) {
  const { overview: words } = useText().system
  const { selfHosted } = useServerConfig()
  const ofItsCloud = [
    { term: words.communication, value: data.cloudCommunication ? words.on : words.off },
    {
      term: words.installation,
      value: data.installationId ? (
        <CopyableId label={words.installation} value={data.installationId} />
      ) : (
        words.noInstallation
      ),
    },
  ]
  return (
    <Card title={words.server}>
      <FactList
        facts={[
          { term: words.version, value: data.version },
          { term: words.protocol, value: data.protocolVersion },
          { term: words.address, value: data.vault },
          { term: words.region, value: data.region },
          ...(selfHosted ? ofItsCloud : []),
          {
            term: words.registration,
            value: data.registrationOpen ? words.registrationOpen : words.registrationClosed,
          },
          { term: words.mailServer, value: data.mail ? words.mailSet : words.mailKept },
        ]}
      />
    </Card>
  )
}

function WorkCard({ data }: { data: Overview }) {
  const { overview: words } = useText().system
  const { number } = useFormat()
  const counts = [
    { what: words.jobs, ...data.jobs },
    { what: words.mails, ...data.mails },
  ] as { what: string; waiting?: number; running?: number; kept?: number; givenUp?: number }[]
  const count = (n: number | undefined) => (n === undefined ? '–' : number(n))
  return (
    <Card title={words.work} isFlush>
      <Table
        label={words.work}
        rows={counts}
        keyOf={({ what }) => what}
        columns={[
          { id: 'what', header: '', cell: ({ what }) => what },
          {
            id: 'waiting',
            header: words.waiting,
            cell: (row) => count(row.waiting),
            isNumber: true,
          },
          {
            id: 'running',
            header: words.running,
            cell: (row) => count(row.running),
            isNumber: true,
          },
          { id: 'kept', header: words.kept, cell: (row) => count(row.kept), isNumber: true },
          {
            id: 'givenUp',
            header: words.givenUp,
            cell: (row) => count(row.givenUp),
            isNumber: true,
          },
        ]}
      />
    </Card>
  )
}

/** What recurs, and when. */
function SchedulesCard({ data }: { data: Overview }) {
  const { common, system } = useText()
  const { overview: words } = system
  const { relative } = useFormat()
  return (
    <Card title={words.schedules} isFlush>
      <Table
        label={words.schedules}
        rows={data.schedules}
        keyOf={({ name }) => name}
        columns={[
          {
            id: 'name',
            header: words.schedule,
            cell: ({ name }) => system.queue.kinds[name] ?? name,
          },
          { id: 'next', header: words.next, isShort: true, cell: ({ next }) => relative(next) },
          {
            id: 'last',
            header: words.last,
            isShort: true,
            cell: ({ last }) => (last ? relative(last) : common.never),
          },
        ]}
      />
    </Card>
  )
}
