import { useMemo, useState } from 'react'
import { type Messages, useText } from '../../../i18n'
import {
  type BulkAction,
  type Column,
  EmptyState,
  Page as Frame,
  PageHead,
  Status,
  type Tone,
} from '../../../ui'
import { ServerTable } from '../ServerTable'
import { useTelling } from '../useTelling'
import { CancelJobs } from './CancelJobs'
import { doToEach } from './each'
import { JobDrawer } from './JobDrawer'
import { type Job, useJobs, useRetryJob } from './queries'

const STATES = ['waiting', 'running', 'givenUp', 'done'] as const
export type State = (typeof STATES)[number]

export const TONES: Record<State, Tone> = {
  waiting: 'waiting',
  running: 'info',
  done: 'ok',
  givenUp: 'bad',
}

const revisionOf = ({ state, attempts }: Job) => `${state} ${attempts}`

/** Work that is not done, why, and what can be done about it. */
export function Page() {
  const text = useText()
  const { queue } = text.system
  const { jobs: words, kinds } = queue
  const list = useJobs()
  const tell = useTelling()
  const [open, setOpen] = useState<string | null>(null)
  const [canceled, cancel] = useState<readonly Job[] | null>(null)
  const retry = useRetryJob()
  const columns = useMemo(() => columnsOf(text), [text])
  const nameOf = ({ kind }: Job) => kinds[kind] ?? kind
  const why = ({ state }: Job) =>
    state === 'running' ? words.why.running : state === 'done' ? words.why.done : null

  const menu = (row: Job) =>
    why(row)
      ? []
      : [
          {
            id: 'retry',
            label: words.retry,
            icon: 'refresh' as const,
            onAction: () => retry.mutate(row.id, tell(words.retried)),
          },
          {
            id: 'cancel',
            label: words.cancel,
            icon: 'ban' as const,
            tone: 'danger' as const,
            onAction: () => cancel([row]),
          },
        ]
  const actions: BulkAction<Job>[] = [
    {
      id: 'retry',
      icon: 'refresh',
      label: words.retryMany,
      refuses: why,
      run: (chosen) =>
        void doToEach({
          name: words.retrying(chosen.length),
          rows: chosen,
          nameOf,
          act: ({ id }) => retry.mutateAsync(id),
        }),
    },
    {
      id: 'cancel',
      icon: 'ban',
      tone: 'danger',
      label: words.cancelMany,
      refuses: why,
      run: (chosen) => cancel(chosen),
    },
  ]
  const shown = list.rows.find((row) => row.id === open)
  return (
    <Frame width="full">
      <PageHead title={words.title} state={words.lead} />
      <ServerTable
        list={list}
        id="system.jobs"
        label={words.title}
        searchHint={null}
        columns={columns}
        revision={revisionOf}
        onOpen={(row) => setOpen(row.id)}
        rowMenu={menu}
        actions={actions}
        empty={
          <EmptyState kind="nothing" icon="check" title={words.empty}>
            {words.emptyWhy}
          </EmptyState>
        }
      />
      {shown && <JobDrawer job={shown} menu={menu(shown)} onClose={() => setOpen(null)} />}
      {canceled && <CancelJobs jobs={canceled} nameOf={nameOf} onClose={() => cancel(null)} />}
    </Frame>
  )
}

function columnsOf({ system }: Messages): Column<Job>[] {
  const { jobs: words, kinds } = system.queue
  const stateOf = (key: string) => words.states[key as State] ?? key
  return [
    {
      id: 'kind',
      header: words.kind,
      value: ({ kind }) => kinds[kind] ?? kind,
      isIdentity: true,
      isUnsorted: true,
      width: 220,
      filter: {
        of: ({ kind }) => kind,
        keys: Object.keys(kinds),
        label: (key) => kinds[key] ?? key,
        isSingle: true,
      },
    },
    {
      id: 'state',
      header: words.state,
      value: ({ state }) => stateOf(state),
      cell: ({ state }) => (
        <Status tone={TONES[state as State] ?? 'neutral'}>{stateOf(state)}</Status>
      ),
      isUnsorted: true,
      width: 130,
      filter: {
        of: ({ state }) => state,
        keys: STATES,
        label: stateOf,
        isInline: true,
        any: words.notDone,
      },
    },
    {
      id: 'attempts',
      header: words.attempts,
      value: ({ attempts }) => attempts,
      isNumeric: true,
      isUnsorted: true,
      width: 80,
    },
    {
      id: 'due',
      header: words.due,
      value: ({ runDate }) => new Date(runDate),
      isUnsorted: true,
      width: 180,
    },
    { id: 'error', header: words.error, value: ({ error }) => error, isUnsorted: true, width: 220 },
    {
      id: 'asked',
      header: words.asked,
      value: ({ creationDate }) => new Date(creationDate),
      isUnsorted: true,
      isHidden: true,
    },
  ]
}
