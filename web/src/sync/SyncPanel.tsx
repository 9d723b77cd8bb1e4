import { useFormat, useText } from '../i18n'
import {
  Button,
  Callout,
  Card,
  CopyableId,
  type Fact,
  FactList,
  Inline,
  Stack,
  Status,
  Text,
  useErrorWords,
} from '../ui'
import { RunList } from './RunList'
import { cureOf, light, type Panel, STEP_TONES, type Step, stateOf } from './status'

interface Props {
  panel: Panel
  /** Begins a sync; where there is none to begin here, nothing is shown. */
  onSync?: (() => void) | undefined
  /** What the button says, where an article names it otherwise. */
  syncLabel?: string
  isSyncing?: boolean
  /** Why the sync that was asked for failed. */
  error?: unknown
}

/** How an organization's syncs stand, step by step, with the runs that were. */
export function SyncPanel({ panel, onSync, syncLabel, isSyncing = false, error }: Props) {
  const { licensing: words } = useText()
  const errorWords = useErrorWords()
  const { tone, word, why } = light(panel, words)
  return (
    <Stack gap="3">
      <Card
        title={words.title}
        actions={
          onSync &&
          panel.beginsHere && (
            <Button icon="sync" variant="primary" isPending={isSyncing} onPress={onSync}>
              {syncLabel ?? words.now}
            </Button>
          )
        }
      >
        <Stack>
          <Inline>
            <Status tone={tone}>{word}</Status>
            <Text tone="muted">{why}</Text>
          </Inline>
          <div role="status">{error != null && <Callout tone="bad">{errorWords(error).what}</Callout>}</div>
          <FactList facts={useFacts(panel)} />
        </Stack>
      </Card>
      {panel.runs.length > 0 && panel.beginsHere && (
        <Card title={words.steps}>
          <Stack gap="1">
            {panel.steps.map((step) => (
              <StepLine key={step.step} step={step} />
            ))}
          </Stack>
        </Card>
      )}
      <RunList runs={panel.runs} />
    </Stack>
  )
}

function useFacts(panel: Panel): Fact[] {
  const { common, licensing: words } = useText()
  const { dateTime, relative, number } = useFormat()
  const when = (at: string | null | undefined) => (at ? dateTime(at) : common.never)
  const note = (at: string | null | undefined) => (at ? { note: relative(at) } : {})
  return [
    {
      term: words.lastSuccess,
      value: when(panel.lastSuccess),
      ...note(panel.lastSuccess),
    },
    { term: words.lastTry, value: when(panel.lastTry), ...note(panel.lastTry) },
    {
      term: words.nextRun,
      value: panel.nextRun
        ? dateTime(panel.nextRun)
        : panel.beginsHere
          ? common.none
          : words.whenTheServerBegins,
    },
    { term: words.pending, value: number(panel.pending) },
    ...(panel.failingSince
      ? [
          {
            term: words.failingSince,
            value: dateTime(panel.failingSince),
            note: words.failures(panel.failures),
          },
        ]
      : []),
    ...(panel.connection
      ? [
          { term: words.lastLicense, value: when(panel.connection.lastLicenseSync) },
          {
            term: words.cloudOrganization,
            value: (
              <CopyableId
                label={words.cloudOrganization}
                value={panel.connection.cloudOrganizationId}
              />
            ),
          },
        ]
      : []),
  ]
}

function StepLine({ step }: { step: Step }) {
  const { licensing: words } = useText()
  const state = stateOf(step)
  const cure = state === 'failed' ? cureOf(step, words) : null
  const name = step.step in words.step ? words.step[step.step as keyof typeof words.step] : step.step
  return (
    <Stack gap="half">
      <Inline justify="between">
        <Text>{name}</Text>
        <Status tone={STEP_TONES[state]}>{words.stepState[state]}</Status>
      </Inline>
      {step.cause && (
        <Callout tone="bad" title={step.cause}>
          {cure}
        </Callout>
      )}
    </Stack>
  )
}
