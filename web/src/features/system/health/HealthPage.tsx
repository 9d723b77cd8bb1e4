import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../../i18n'
import {
  Button,
  ButtonLink,
  Card,
  Page as Frame,
  PageHead,
  Stack,
  Status,
  Table,
  Text,
} from '../../../ui'
import { cureInWords, foundInWords, pageOf, stateOf, TONES, worstFirst } from './finding'
import { type Finding, health } from './queries'

/** Whether the server is well: each thing it needs, since when it is so, and what to do. */
export function Page() {
  const text = useText()
  const { health: words } = text.system
  const format = useFormat()
  const { data, refetch, isFetching } = useSuspenseQuery(health())
  const rows = worstFirst(data.findings)
  const bad = (state: string) => rows.filter((row) => stateOf(row) === state).length
  const overall = stateOf(data)
  const said = {
    ok: words.state.ok,
    warn: words.state.warn(bad('warn')),
    fail: words.state.fail(bad('fail')),
  }[overall]
  const cure = (finding: Finding) => {
    const say = cureInWords(finding, text)
    const page = pageOf(finding)
    if (!say) return <Text tone="muted">{words.nothing}</Text>
    return (
      <Stack gap="half">
        <Text>{say}</Text>
        {page && (
          <div>
            <ButtonLink size="small" href={page}>
              {words.look}
            </ButtonLink>
          </div>
        )}
      </Stack>
    )
  }
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={`${said} ${words.seen(format.relative(data.date))}`}
        badge={<Status tone={TONES[overall]}>{words.states[overall]}</Status>}
        action={
          <Button icon="refresh" isPending={isFetching} onPress={() => void refetch()}>
            {words.again}
          </Button>
        }
      />
      <Card isFlush>
        <Table
          label={words.title}
          rows={rows}
          keyOf={({ check }) => check}
          columns={[
            {
              id: 'check',
              header: words.columns.check,
              cell: ({ check }) => <Text isStrong>{words.checks[check] ?? check}</Text>,
            },
            {
              id: 'state',
              header: words.columns.state,
              isShort: true,
              cell: (row) => (
                <Status tone={TONES[stateOf(row)]}>{words.states[stateOf(row)]}</Status>
              ),
            },
            {
              id: 'found',
              header: words.columns.found,
              cell: (row) => foundInWords(row, text, format),
            },
            {
              id: 'since',
              header: words.columns.since,
              isShort: true,
              cell: ({ since }) => format.relative(since),
            },
            { id: 'cure', header: words.columns.cure, cell: cure },
          ]}
        />
      </Card>
    </Frame>
  )
}
