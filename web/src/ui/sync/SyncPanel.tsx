import { type ReactNode, useId } from 'react'
import { type Instant, useFormat, useText } from '../../i18n'
import { Button } from '../action/Button'
import { Callout } from '../display/Callout'
import { CopyableId } from '../display/CopyableId'
import { type Fact, FactList } from '../display/FactList'
import { Status } from '../display/Status'
import { Stepper } from '../display/Stepper'
import { useErrorWords } from '../state/errorWords'
import type { Tone } from '../tone'
import styles from './SyncPanel.module.css'

export interface SyncStep {
  id: string
  label: string
  state: 'ok' | 'running' | 'waiting' | 'failed'
  /** What was counted or measured: "sent 3 of 3". */
  detail?: string
  /** Why it failed, and what helps. */
  cause?: string
  cure?: string
}

export interface SyncRun {
  id: string
  at: Instant
  isOk: boolean
  /** What came of it, in a sentence. */
  summary: string
  /** Why it failed: each a sentence. */
  reasons?: readonly string[]
  correlation?: string | null
}

/** How a connection stands, in words that are ready to be shown. */
export interface SyncState {
  tone: Tone
  word: string
  lastSuccess: Instant | null
  lastAttempt: SyncRun | null
  nextRun: Instant | null
  steps: readonly SyncStep[]
  /** The last runs, newest first. */
  history: readonly SyncRun[]
  /** More that belongs to the connection: both ends of the token, the region. */
  facts?: readonly Fact[]
}

export interface SyncPanelProps {
  title: string
  sync: SyncState
  /** Runs it now; without it one may only look. */
  onSync?: () => void
  isSyncing?: boolean
  error?: unknown
  /** Beside "Sync now": rotate the token, disconnect. */
  actions?: ReactNode
}

const STATES = { ok: 'done', running: 'current', waiting: 'todo', failed: 'failed' } as const

/** A connection to the cloud: when it last worked, what it did step by step, what comes next. */
export function SyncPanel({
  title,
  sync,
  onSync,
  isSyncing = false,
  error,
  actions,
}: SyncPanelProps) {
  const { common, ui } = useText()
  const format = useFormat()
  const words = useErrorWords()
  const name = useId()
  const { lastAttempt, steps, history } = sync
  const when = (at: Instant | null) =>
    at === null ? common.never : `${format.relative(at)} (${format.dateTime(at)})`
  return (
    <section aria-labelledby={name} className={styles.panel}>
      <header className={styles.head}>
        <div>
          <h2 id={name} className={styles.title}>
            {title}
          </h2>
          <Status tone={sync.tone}>{sync.word}</Status>
        </div>
        <div className={styles.actions}>
          {actions}
          {onSync && (
            <Button variant="primary" icon="sync" isPending={isSyncing} onPress={onSync}>
              {ui.sync.now}
            </Button>
          )}
        </div>
      </header>
      <div role="alert">{error != null && <Callout tone="bad">{words(error).what}</Callout>}</div>
      <FactList
        facts={[
          { term: ui.sync.lastSuccess, value: when(sync.lastSuccess) },
          {
            term: ui.sync.lastAttempt,
            value: when(lastAttempt?.at ?? null),
            ...(lastAttempt && { note: <Outcome run={lastAttempt} /> }),
          },
          {
            term: ui.sync.nextRun,
            value: sync.nextRun === null ? ui.sync.notPlanned : when(sync.nextRun),
          },
          ...(sync.facts ?? []),
        ]}
      />
      {steps.length > 0 && (
        <Stepper
          isVertical
          label={ui.sync.steps}
          steps={steps.map(({ id, label, state, detail, cause, cure }) => ({
            id,
            label,
            state: STATES[state],
            description: (
              <>
                {detail}
                {cause && <span className={styles.cause}>{cause}</span>}
                {cure && <span className={styles.cure}>{cure}</span>}
              </>
            ),
          }))}
        />
      )}
      {history.length > 0 && (
        <details className={styles.history}>
          <summary className={styles.summary}>{ui.sync.history(history.length)}</summary>
          <ol className={styles.runs}>
            {history.map((run) => (
              <li key={run.id} className={styles.run}>
                <time dateTime={new Date(run.at).toISOString()}>{format.dateTime(run.at)}</time>
                <Outcome run={run} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Outcome({ run }: { run: SyncRun }) {
  const { ui } = useText()
  return (
    <span className={styles.outcome}>
      <Status tone={run.isOk ? 'ok' : 'bad'}>{run.summary}</Status>
      {run.reasons?.map((reason) => (
        <span key={reason} className={styles.reason}>
          {reason}
        </span>
      ))}
      {run.correlation && <CopyableId label={ui.error.correlation} value={run.correlation} />}
    </span>
  )
}
