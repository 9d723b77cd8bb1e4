import { type Language, useLanguage } from './language'
import { regional } from './region'

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
  /** The name of a language, by its tag; the tag where nobody knows a name. */
  language(tag: string): string
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

/** Each is made when it is first asked for: the tables behind them are large, and pages need few. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function build(locale: string): Format {
  const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }))
  const dateTime = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  )
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const compare = once(
    () => new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare,
  )
  return {
    date: (at) => date().format(new Date(at)),
    dateTime: (at) => dateTime().format(new Date(at)),
    relative(at, now = new Date()) {
      const seconds = (new Date(at).getTime() - now.getTime()) / 1000
      for (const [unit, length] of STEPS) {
        if (Math.abs(seconds) >= length)
          return relative().format(Math.round(seconds / length), unit)
      }
      return relative().format(Math.round(seconds), 'second')
    },
    number: (value) => number().format(value),
    percent: (share) => percent().format(share),
    money: (cents, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100),
    list: (items) => list().format(items),
    language: (tag) => nameOf(tag, locale),
    get compare() {
      return compare()
    },
  }
}

/** Beginning with a capital, as it stands by itself; the region of a language is nothing of it. */
function nameOf(tag: string, locale: string): string {
  try {
    const { language } = new Intl.Locale(tag)
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
    return name === language ? tag : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  } catch {
    return tag
  }
}

const built = new Map<Language, Format>()

/** How `language` writes dates, numbers and money. */
export function format(language: Language): Format {
  const known = built.get(language)
  if (known) return known
  const made = build(regional(language))
  built.set(language, made)
  return made
}

/** How the language of now writes dates, numbers and money. */
export const useFormat = (): Format => format(useLanguage())
