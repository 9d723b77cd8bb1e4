import { type Language, useLanguage } from './language'

/** Dates, numbers and money as people write them. Built once a language. */
export interface Format {
  date(at: Instant): string
  dateTime(at: Instant): string
  /** "3 days ago", "in 2 hours"; nearest sensible unit. */
  relative(at: Instant, now?: Date): string
  number(value: number): string
  percent(share: number): string
  /** Money in cents. */
  money(cents: number, currency: string): string
  list(items: readonly string[]): string
  /** Order of names and the like, accents and case folded, numbers by their value. */
  compare(a: string, b: string): number
}

/** A time as the server writes it, or a date. */
export type Instant = string | number | Date

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

function build(language: Language): Format {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  return {
    date: (at) => date.format(new Date(at)),
    dateTime: (at) => dateTime.format(new Date(at)),
    relative(at, now = new Date()) {
      const seconds = (new Date(at).getTime() - now.getTime()) / 1000
      for (const [unit, length] of STEPS) {
        if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit)
      }
      return relative.format(Math.round(seconds), 'second')
    },
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (cents, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100),
    list: (items) => list.format(items),
    compare: collator.compare,
  }
}

const built = new Map<Language, Format>()

/** How `language` writes dates, numbers and money. */
export function format(language: Language): Format {
  const known = built.get(language)
  if (known) return known
  const made = build(language)
  built.set(language, made)
  return made
}

/** How the language of now writes dates, numbers and money. */
export const useFormat = (): Format => format(useLanguage())
