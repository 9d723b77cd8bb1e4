import type { Messages } from '../../../i18n'
import type { Tone } from '../../../ui'
import type { HeldLicense } from './queries'

const DAY = 86_400_000
/** From so many days before its end on, an operator is told of it. */
const SOON = 30

/** How a licence stands. */
export type Standing =
  | { kind: 'ok' | 'grace' | 'expired' }
  | { kind: 'soon'; days: number }
  | { kind: 'invalid'; rules: number }

export const KINDS = ['invalid', 'expired', 'grace', 'soon', 'ok'] as const

export const TONES: Record<Standing['kind'], Tone> = {
  ok: 'ok',
  soon: 'warn',
  grace: 'warn',
  expired: 'bad',
  invalid: 'bad',
}

type Dates = Pick<HeldLicense, 'expires' | 'expiresWithoutGrace' | 'refresh' | 'problems'>

/** How a licence stands at `now`: past its end, near it, or failing a rule of its own. */
export function standing(license: Dates, now = Date.now()): Standing {
  const { expires, expiresWithoutGrace, problems } = license
  const end = expires ? Date.parse(expires) : Number.POSITIVE_INFINITY
  if (now >= end) return { kind: 'expired' }
  if (problems.length > 0) return { kind: 'invalid', rules: problems.length }
  const due = expiresWithoutGrace ? Date.parse(expiresWithoutGrace) : end
  if (now >= due) return { kind: 'grace' }
  const days = Math.ceil((due - now) / DAY)
  return days <= SOON ? { kind: 'soon', days } : { kind: 'ok' }
}

/** The same in a few words. */
export function inWords(it: Standing, { state }: Messages['system']['licenses']): string {
  if (it.kind === 'soon') return state.soon(it.days)
  if (it.kind === 'invalid') return state.invalid(it.rules)
  return state[it.kind]
}
