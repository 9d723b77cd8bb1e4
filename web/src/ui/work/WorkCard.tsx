import { useEffect, useState } from 'react'
import { useFormat, useLanguage, useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import { Callout } from '../display/Callout'
import { Progress } from '../display/Progress'
import { Status } from '../display/Status'
import { saveFile } from '../save'
import { useErrorWords } from '../state/errorWords'
import { csv } from '../table/exported'
import type { Tone } from '../tone'
import styles from './ActivityPanel.module.css'
import { cancelWork, forgetWork, retryWork, type Work, type WorkResult } from './work'

const TONES: Record<Work['state'], Tone> = {
  running: 'waiting',
  done: 'ok',
  canceled: 'neutral',
  failed: 'bad',
}
const OUTCOMES: Record<WorkResult['outcome'], Tone> = {
  done: 'ok',
  skipped: 'neutral',
  failed: 'bad',
}
const SHOWN = 50
const SECOND = 1_000

/** One piece of long work: how far it is, how long it takes, what came of each object. */
export function WorkCard({ work }: { work: Work }) {
  const { common, ui } = useText()
  const words = useErrorWords()
  const { state, results, total } = work
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  const mayRetry = state !== 'running' && failed.some(({ retry }) => retry)
  // what went wrong is what people open this for
  const telling = results.filter(({ outcome }) => outcome !== 'done').slice(0, SHOWN)
  return (
    <article aria-label={work.name} className={styles.work}>
      <header className={styles.head}>
        <h3 className={styles.name}>{work.name}</h3>
        {state === 'running' ? (
          <Button size="small" onPress={() => cancelWork(work.id)}>
            {common.actions.cancel}
          </Button>
        ) : (
          <IconButton
            size="small"
            icon="close"
            label={ui.work.forget(work.name)}
            onPress={() => forgetWork(work.id)}
          />
        )}
      </header>
      <Status tone={failed.length > 0 && state === 'done' ? 'warn' : TONES[state]}>
        {failed.length > 0 && state !== 'running'
          ? ui.work.withFailures(failed.length)
          : ui.work.state[state]}
      </Status>
      <Progress
        label={work.name}
        value={total === null && state === 'running' ? null : results.length}
        max={total ?? results.length}
        tone={
          state === 'failed'
            ? 'bad'
            : failed.length > 0
              ? 'warn'
              : state === 'done'
                ? 'ok'
                : 'accent'
        }
        said={total === null ? ui.work.count(results.length) : ui.work.of(results.length, total)}
      />
      {state === 'running' && <Pace work={work} />}
      {state === 'running' && work.needsTab && <Callout tone="warn">{ui.work.keepTab}</Callout>}
      {work.error != null && <Callout tone="bad">{words(work.error).what}</Callout>}
      {telling.length > 0 && (
        <ul className={styles.results}>
          {telling.map((result) => (
            <li key={result.name} className={styles.result}>
              <Status tone={OUTCOMES[result.outcome]}>{ui.work.outcome[result.outcome]}</Status>
              <span>
                {result.name}
                {result.reason && <span className={styles.reason}>{result.reason}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        {mayRetry && (
          <Button size="small" icon="refresh" onPress={() => void retryWork(work.id)}>
            {ui.work.retry(failed.length)}
          </Button>
        )}
        {results.length > 0 && state !== 'running' && <SaveResults work={work} />}
      </div>
    </article>
  )
}

function SaveResults({ work }: { work: Work }) {
  const { ui } = useText()
  const language = useLanguage()
  const save = () => {
    const columns = [
      { id: 'name', header: ui.work.columns.name, value: ({ name }: WorkResult) => name },
      {
        id: 'outcome',
        header: ui.work.columns.outcome,
        value: ({ outcome }: WorkResult) => ui.work.outcome[outcome],
      },
      { id: 'reason', header: ui.work.columns.reason, value: ({ reason }: WorkResult) => reason },
    ]
    saveFile('results.csv', 'text/csv;charset=utf-8', csv(work.results, columns, language))
  }
  return (
    <Button size="small" icon="download" onPress={save}>
      {ui.work.save}
    </Button>
  )
}

/** How fast it goes, and how long it still takes at that. */
function Pace({ work }: { work: Work }) {
  const { ui } = useText()
  const format = useFormat()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND)
    return () => clearInterval(timer)
  }, [])
  const seconds = (now - work.startedAt) / SECOND
  const rate = seconds > 1 ? work.results.length / seconds : 0
  if (rate === 0) return null
  const left = work.total === null ? null : Math.ceil((work.total - work.results.length) / rate)
  return (
    <p className={styles.pace}>
      {ui.work.rate(format.number(Math.round(rate * 10) / 10))}
      {left !== null && ` · ${ui.work.left(left)}`}
    </p>
  )
}
