import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../../i18n'
import {
  Button,
  Callout,
  Card,
  copy,
  EmptyState,
  Page as Frame,
  PageHead,
  Stack,
  Status,
  Stepper,
  Table,
  Text,
  toast,
  useErrorWords,
} from '../../../ui'
import { egress, type Host, type Stage, useCheckEgress, type Way } from './queries'

const keyOf = ({ host, purpose }: Pick<Host, 'host' | 'purpose'>) => `${host} ${purpose}`

/** Every host the server talks to, and whether the way there is open now, stage by stage. */
export function Page() {
  const { egress: words } = useText().system
  const errorWords = useErrorWords()
  const { data } = useSuspenseQuery(egress())
  const [ways, setWays] = useState<ReadonlyMap<string, Way>>(new Map())
  const { mutate, isPending, variables, error } = useCheckEgress()
  const check = (host: string | null) =>
    mutate(host, {
      onSuccess: (found) =>
        setWays(new Map([...ways, ...found.map((way) => [keyOf(way), way] as const)])),
    })
  const list = data
    .map(({ host, protocol, purpose, setting }) =>
      [host, protocol, words.purposes[setting] ?? purpose].join('\t'),
    )
    .join('\n')
  const tried = [...ways.values()]
  const open = tried.filter(({ ok }) => ok).length
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={words.lead}
        action={
          data.length > 0 && (
            <Button
              variant="primary"
              icon="refresh"
              isPending={isPending && variables === null}
              onPress={() => check(null)}
            >
              {words.checkAll}
            </Button>
          )
        }
        menu={[
          {
            id: 'copy',
            label: words.copy,
            icon: 'copy',
            onAction: () => void copy(list).then(() => toast(words.copied)),
          },
        ]}
      />
      <Stack>
        {error && <Callout tone="bad">{errorWords(error).what}</Callout>}
        <div role="status">
          {tried.length > 0 && (
            <Callout tone={open === tried.length ? 'ok' : 'bad'}>
              {words.summary(open, tried.length)}
            </Callout>
          )}
        </div>
        {data.length === 0 ? (
          <EmptyState kind="nothing" icon="globe" title={words.none}>
            {words.noneWhy}
          </EmptyState>
        ) : (
          <Card isFlush>
            <Table
              label={words.title}
              rows={data}
              keyOf={keyOf}
              columns={[
                {
                  id: 'host',
                  header: words.host,
                  isShort: true,
                  cell: ({ host, protocol }) => (
                    <Stack gap="half">
                      <Text isStrong>{host}</Text>
                      <Text tone="muted" size="small">
                        {protocol}
                      </Text>
                    </Stack>
                  ),
                },
                {
                  id: 'purpose',
                  header: words.purpose,
                  cell: ({ purpose, setting }) => (
                    <Stack gap="half">
                      <Text>{words.purposes[setting] ?? purpose}</Text>
                      <Text tone="muted" size="small">
                        {setting}
                      </Text>
                    </Stack>
                  ),
                },
                {
                  id: 'way',
                  header: words.way,
                  cell: (host) => <WayTo way={ways.get(keyOf(host)) ?? null} />,
                },
                {
                  id: 'check',
                  header: '',
                  isShort: true,
                  cell: ({ host }) => (
                    <Button
                      size="small"
                      aria-label={`${words.check}: ${host}`}
                      isPending={isPending && variables === host}
                      onPress={() => check(host)}
                    >
                      {words.check}
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
        )}
      </Stack>
    </Frame>
  )
}

function WayTo({ way }: { way: Way | null }) {
  const { egress: words } = useText().system
  const { number } = useFormat()
  if (!way) return <Text tone="muted">{words.untried}</Text>
  const about = ({ detail, cure, milliseconds }: Stage) => (
    <>
      {detail} ({words.took(number(milliseconds))})
      {cure && (
        <>
          <br />
          {cure}
        </>
      )}
    </>
  )
  return (
    <Stack gap="1">
      <Status tone={way.ok ? 'ok' : 'bad'}>{way.ok ? words.open : words.broken}</Status>
      <Stepper
        label={`${words.way}: ${way.host}`}
        isVertical
        steps={way.stages.map((stage) => ({
          id: stage.stage,
          label: words.stages[stage.stage] ?? stage.stage,
          state: stage.ok ? 'done' : 'failed',
          description: about(stage),
        }))}
      />
    </Stack>
  )
}
