import type { Format, Messages } from '../../i18n'
import type { Tone } from '../../ui'
import type { Sponsorship } from './queries'

/** What people are told of a sponsorship. */
export interface Told {
  tone: Tone
  /** The state in a word. */
  word: string
  since: string
  /** If there is a reason. */
  why: string | null
  /** What happens next. */
  next: string
}

const TONES = {
  awaitingSync: 'waiting',
  refused: 'bad',
  sent: 'info',
  active: 'ok',
  ending: 'warn',
  removedAwaitingSync: 'waiting',
  ended: 'neutral',
} as const satisfies Record<string, Tone>

type State = keyof typeof TONES

const isState = (word: string): word is State => word in TONES

/** The state, since when, and what happens next, in words. */
export function told(row: Sponsorship, { sponsorships: words }: Messages, format: Format): Told {
  const state = isState(row.status) ? row.status : 'ended'
  const why = state === 'refused' ? refusal(row.refusal, words) : reason(row.reason, words)
  return {
    tone: TONES[state],
    word: words.status[state],
    since: `${words.since(format.date(row.since))}.`,
    why,
    next: next(row, words, format),
  }
}

type Words = Messages['sponsorships']

function reason(code: string | null | undefined, { reason: reasons }: Words): string | null {
  if (!code) return null
  return code in reasons ? reasons[code as keyof typeof reasons] : null
}

function refusal(code: string | null | undefined, { refusal: refusals }: Words): string {
  return code && code in refusals ? refusals[code as keyof typeof refusals] : refusals.other
}

function next(row: Sponsorship, { next: words }: Words, format: Format): string {
  const day = row.nextAt ? format.date(row.nextAt) : null
  switch (row.next) {
    case 'sync':
      return row.toDelete ? words.syncRemoved : words.sync
    case 'expires':
      return day ? words.expires(day) : words.nothing
    case 'renews':
      return day ? words.renews(day) : words.renewsSomeDay
    case 'ends':
      return day ? words.ends(day) : words.endsSomeDay
    default:
      return words.nothing
  }
}

/** Whether the offer still waits for its recipient. */
export const isOpen = (row: Sponsorship): boolean =>
  row.status === 'sent' || row.status === 'awaitingSync' || row.status === 'refused'

/** Whether it was taken back and has not ended: it can be brought back. */
export const isTakenBack = (row: Sponsorship): boolean =>
  row.toDelete && (row.status === 'ending' || row.status === 'removedAwaitingSync')

/** Whether the next sync changes something, or could not so far. */
export const waitsForSync = (row: Sponsorship): boolean =>
  row.awaitingSync || row.status === 'refused'
