import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import {
  Button,
  Callout,
  Card,
  EmptyState,
  Page as Frame,
  PageHead,
  Status,
  Table,
  type Tone,
  toast,
  useErrorWords,
} from '../../ui'
import { jobs, useRetryJob } from './queries'

const TONES: Record<string, Tone> = { waiting: 'waiting', running: 'info', 'given up': 'bad' }

/** Work that is not done, and why. */
export function Page() {
  const { jobs: words } = useText().system
  const { relative, number } = useFormat()
  const errorWords = useErrorWords()
  const { data } = useSuspenseQuery(jobs())
  const { mutate, error } = useRetryJob()
  return (
    <Frame>
      <PageHead title={words.title} state={words.lead} />
      {error && <Callout tone="bad">{errorWords(error).what}</Callout>}
      {data.length === 0 ? (
        <EmptyState kind="nothing" icon="check" title={words.empty}>
          {words.emptyWhy}
        </EmptyState>
      ) : (
        <Card isFlush>
          <Table
            label={words.title}
            rows={data}
            keyOf={({ id }) => id}
            columns={[
              { id: 'kind', header: words.kind, cell: ({ kind }) => kind },
              {
                id: 'state',
                header: words.state,
                cell: ({ state }) => (
                  <Status tone={TONES[state] ?? 'neutral'}>{words.states[state] ?? state}</Status>
                ),
              },
              {
                id: 'attempts',
                header: words.attempts,
                cell: ({ attempts }) => number(attempts),
                isNumber: true,
              },
              { id: 'due', header: words.due, cell: ({ runDate }) => relative(runDate) },
              { id: 'error', header: words.error, cell: ({ error: why }) => why ?? '' },
              {
                id: 'retry',
                header: '',
                cell: ({ id, state }) =>
                  state === 'running' ? null : (
                    <Button
                      size="small"
                      onPress={() => mutate(id, { onSuccess: () => toast(words.retried) })}
                    >
                      {words.retry}
                    </Button>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Frame>
  )
}
