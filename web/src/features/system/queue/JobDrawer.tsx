import { useFormat, useText } from '../../../i18n'
import {
  Callout,
  CodeBlock,
  CopyableId,
  Drawer,
  type Fact,
  FactList,
  type MenuEntry,
  Section,
  Stack,
  Status,
} from '../../../ui'
import { type State, TONES } from './JobsPage'
import type { Job } from './queries'

interface Props {
  job: Job
  menu: readonly MenuEntry[]
  onClose: () => void
}

/** One job: what it is about, how it went so far, and what comes next. */
export function JobDrawer({ job, menu, onClose }: Props) {
  const { queue } = useText().system
  const { jobs: words, kinds } = queue
  const { dateTime, relative, number } = useFormat()
  const state = job.state as State
  const ended = job.finishedDate ?? job.runDate
  const explained = {
    waiting: words.explained.waiting(relative(job.runDate)),
    running: words.explained.running,
    done: words.explained.done(relative(ended)),
    givenUp: words.explained.givenUp,
  }[state]
  const facts: (Fact | null)[] = [
    { term: words.attempts, value: number(job.attempts) },
    { term: words.due, value: dateTime(job.runDate), note: relative(job.runDate) },
    { term: words.asked, value: dateTime(job.creationDate) },
    // one that failed waits again, and has not ended
    job.finishedDate && state !== 'waiting'
      ? { term: words.finished, value: dateTime(job.finishedDate) }
      : null,
    job.subjectId
      ? { term: words.subject, value: <CopyableId label={words.subject} value={job.subjectId} /> }
      : null,
    { term: words.word, value: job.kind },
    { term: words.id, value: <CopyableId label={words.id} value={job.id} /> },
  ]
  return (
    <Drawer
      title={kinds[job.kind] ?? job.kind}
      badge={<Status tone={TONES[state]}>{words.states[state]}</Status>}
      menu={menu}
      size="wide"
      isOpen
      onOpenChange={onClose}
    >
      <Stack gap="3">
        <Callout tone={TONES[state]}>{explained}</Callout>
        {job.error && (
          <Section title={words.error}>
            <CodeBlock label={words.error} isWrapped>
              {job.error}
            </CodeBlock>
          </Section>
        )}
        <FactList facts={facts.filter((fact) => fact !== null)} />
      </Stack>
    </Drawer>
  )
}
