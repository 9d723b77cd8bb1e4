import type { Filter } from './types'

/** What a person or an address says of filters: `status:invited groups:"Night shift"+Sales anna`. */
export interface Said {
  words: string
  filters: Filter[]
}

const TOKEN = /([\p{L}\p{N}_-]+):((?:"[^"]*"|[^\s",+])+(?:[,+](?:"[^"]*"|[^\s",+])+)*)/gu
const KEY = /"([^"]*)"|([^,+]+)/g

/** Reads filters of the columns it is given; everything else is words to search for. */
export function parseFilters(text: string, columns: readonly string[]): Said {
  const filters: Filter[] = []
  const words = text.replace(TOKEN, (token, column: string, given: string) => {
    const known = columns.find((id) => id.toLowerCase() === column.toLowerCase())
    if (!known) return token
    const keys = [...given.matchAll(KEY)].map((match) => match[1] ?? match[2] ?? '')
    const outside = given.replace(/"[^"]*"/g, '')
    filters.push({ column: known, keys, ...(outside.includes('+') && { all: true }) })
    return ' '
  })
  return { words: words.replace(/\s+/g, ' ').trim(), filters }
}

/** The same, written. */
export function printFilters({ words, filters }: Said): string {
  const said = filters
    .filter(({ keys }) => keys.length > 0)
    .map(({ column, keys, all }) => `${column}:${keys.map(quote).join(all ? '+' : ',')}`)
  return [...said, words.trim()].filter(Boolean).join(' ')
}

const quote = (key: string): string =>
  /[\s,+:"]/.test(key) || key === '' ? `"${key.replaceAll('"', '')}"` : key
