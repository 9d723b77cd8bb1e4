import type { Schema } from '../api'
import type { Messages } from '../i18n'
import type { Tone } from '../ui'

export type Panel = Schema['SyncPanelResponse']
export type Run = Panel['runs'][number]
export type Step = Panel['steps'][number]

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

/** How the syncs stand, in a word and a sentence. */
export function light(panel: Panel, words: Words): { tone: Tone; word: string; why: string } {
  const state = panel.status in TONES ? (panel.status as keyof typeof TONES) : 'never'
  return { tone: TONES[state], word: words.status[state], why: words.explained[state] }
}

export const STEP_TONES = {
  ok: 'ok',
  waiting: 'neutral',
  running: 'info',
  failed: 'bad',
} as const satisfies Record<keyof Words['stepState'], Tone>

/** How a step went. */
export const stateOf = (step: Step): keyof typeof STEP_TONES =>
  step.state in STEP_TONES ? (step.state as keyof typeof STEP_TONES) : 'waiting'

export const OUTCOME_TONES: Record<string, Tone> = {
  running: 'info',
  succeeded: 'ok',
  failed: 'bad',
}

/** What a person can do about a failed step, in their language. */
export const cureOf = (step: Step, words: Words): string | null =>
  step.code ? (words.cure[step.code] ?? null) : null
