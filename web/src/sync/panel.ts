import type { Schema } from '../api'
import type { Format, Messages } from '../i18n'
import type { Fact, SyncRun, SyncState, SyncStep, Tone } from '../ui'

export type Panel = Schema['SyncPanelResponse']
type Run = Panel['runs'][number]
type Words = Messages['licensing']

const TONES = {
  ok: 'ok',
  waiting: 'waiting',
  running: 'info',
  failing: 'bad',
  late: 'warn',
  never: 'neutral',
  off: 'neutral',
  notConnected: 'neutral',
  disabled: 'neutral',
  noToken: 'neutral',
  newToken: 'warn',
} as const satisfies Record<keyof Words['status'], Tone>

/** How an organization's syncs stand, in words: the same for its owners and for the operator. */
export function syncState(panel: Panel, text: Messages, format: Format): SyncState {
  const { licensing: words } = text
  const state = panel.status in TONES ? (panel.status as keyof typeof TONES) : 'never'
  const history = panel.runs.map((run) => told(run, words))
  return {
    tone: TONES[state],
    word: words.status[state],
    lastSuccess: panel.lastSuccess ?? null,
    lastAttempt: history[0] ?? null,
    nextRun: panel.nextRun ?? null,
    steps:
      panel.beginsHere && panel.runs.length > 0 ? panel.steps.map((it) => step(it, words)) : [],
    history,
    facts: facts(panel, text, format),
  }
}

function step(it: Panel['steps'][number], words: Words): SyncStep {
  const { step: names } = words
  const state =
    it.state === 'ok' || it.state === 'running' || it.state === 'failed' ? it.state : 'waiting'
  const cure = it.code ? words.cure[it.code] : undefined
  return {
    id: it.step,
    label: it.step in names ? names[it.step as keyof typeof names] : it.step,
    state,
    ...(it.cause && { cause: it.cause }),
    ...(cure && { cure }),
  }
}

/** A run in a sentence: why it began, what it carried, what became of the licence; and why it failed. */
function told(run: Run, words: Words): SyncRun {
  const parts = [
    words.trigger[run.trigger] ?? run.trigger,
    words.carried(run.sent, run.received),
    ...(run.refused > 0 ? [words.notTaken(run.refused)] : []),
    ...(run.licenseOutcome
      ? [words.ofLicense(words.licenseOutcome[run.licenseOutcome] ?? run.licenseOutcome)]
      : []),
  ]
  // what is said of the licence may contain why the run failed
  const why = run.error && run.licenseError?.includes(run.error) ? null : run.error
  return {
    id: run.id,
    at: run.startedAt,
    isOk: run.outcome === 'succeeded',
    summary: parts.join(' · '),
    reasons: [why, run.licenseError].flatMap((said) => said?.split('\n') ?? []),
    correlation: run.id,
  }
}

function facts(panel: Panel, { common, licensing: words }: Messages, format: Format): Fact[] {
  const { dateTime, number } = format
  const state = panel.status in TONES ? (panel.status as keyof typeof TONES) : 'never'
  const at = (when: string | null | undefined) => (when ? dateTime(when) : common.never)
  return [
    { term: words.meaning, value: words.explained[state] },
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
          { term: words.lastLicense, value: at(panel.connection.lastLicenseSync) },
          { term: words.cloudOrganization, value: panel.connection.cloudOrganizationId },
        ]
      : []),
    ...(panel.token
      ? [
          { term: words.tokenMade, value: dateTime(panel.token.revisionDate) },
          { term: words.tokenUsed, value: at(panel.token.lastUsedDate) },
        ]
      : []),
  ]
}
