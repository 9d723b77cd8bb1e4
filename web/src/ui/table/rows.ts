import type { Format } from '../../i18n'
import { fold } from './fold'
import { type Compare, keysOf } from './order'
import type { CellValue, Column, Filter, Sort } from './types'

/** A value as people read it. */
export function textOf(
  value: CellValue,
  format: Format,
  yesNo: (value: boolean) => string,
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return format.number(value)
  if (typeof value === 'boolean') return yesNo(value)
  if (value instanceof Date) return format.dateTime(value)
  return format.list(value)
}

/** Everything of a row that is searched, folded once. */
export function searched<R>(row: R, columns: readonly Column<R>[]): string {
  const parts: string[] = []
  for (const column of columns) {
    if (column.isUnsearched) continue
    const value = column.value(row)
    if (typeof value === 'string') parts.push(value)
    else if (Array.isArray(value)) parts.push(...value)
  }
  // the break keeps words from matching across two columns
  return fold(parts.join('\n'))
}

export const hasWords = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word))

/** A predicate for all filters but those of the column `except`; keys said by hand need not have the right case. */
export function passesAll<R>(
  filters: readonly Filter[],
  columns: readonly Column<R>[],
  except?: string,
): (row: R) => boolean {
  const folded = new Map<string, string>()
  const plain = (key: string): string => {
    const known = folded.get(key) ?? fold(key)
    folded.set(key, known)
    return known
  }
  const judges = filters.flatMap(({ column: id, keys, all = false }) => {
    const column = columns.find((one) => one.id === id)
    if (!column || id === except || keys.length === 0) return []
    const asked = new Set(keys.map(plain))
    return [
      (row: R): boolean => {
        const has = column.filter?.of(row) ?? []
        if (typeof has === 'string') return asked.has(plain(has)) && (!all || asked.size === 1)
        const folded = has.map(plain)
        return all
          ? [...asked].every((key) => folded.includes(key))
          : folded.some((key) => asked.has(key))
      },
    ]
  })
  return (row) => judges.every((judge) => judge(row))
}

const isNothing = (value: CellValue): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** A value as it is compared, made once for all it is compared with. */
type Compared = { number: number } | { text: string; key: string | null }

function compared(value: CellValue, keyed: (text: string) => string | null): Compared | null {
  if (isNothing(value)) return null
  if (typeof value === 'number' || typeof value === 'boolean') return { number: Number(value) }
  if (value instanceof Date) return { number: value.getTime() }
  const text = String(value)
  return { text, key: keyed(text) }
}

function compareTwo(a: Compared, b: Compared, compare: Compare): number {
  if ('text' in a && 'text' in b) {
    if (a.key === null || b.key === null) return compare(a.text, b.text)
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
  }
  if ('number' in a && 'number' in b) return a.number - b.number
  return compare(spelled(a), spelled(b))
}

const spelled = (one: Compared): string => ('number' in one ? String(one.number) : one.text)

/** Rows in order; what is empty comes last either way. */
export function sorted<R>(
  rows: readonly R[],
  sort: readonly Sort[],
  columns: readonly Column<R>[],
  compare: Compare,
): readonly R[] {
  const keyed = keysOf(compare)
  const by = sort.flatMap(({ column: id, descending = false }) => {
    const column = columns.find((one) => one.id === id)
    return column ? [{ column, sign: descending ? -1 : 1 }] : []
  })
  if (by.length === 0) return rows
  const judged = rows.map((row) => ({
    row,
    values: by.map(({ column }) => compared(column.value(row), keyed)),
  }))
  type Judged = (typeof judged)[number]
  const orders = by.map(({ sign }, at) => (left: Judged, right: Judged): number => {
    const a = left.values[at]
    const b = right.values[at]
    return a && b ? sign * compareTwo(a, b, compare) : Number(!a) - Number(!b)
  })
  const order = orders.reduce((first, then) => (a, b) => first(a, b) || then(a, b))
  judged.sort(order)
  return judged.map(({ row }) => row)
}

/** How many rows have each key of a column. */
export function counts<R>(rows: readonly R[], { filter }: Column<R>): Map<string, number> {
  const found = new Map<string, number>()
  const count = (key: string) => found.set(key, (found.get(key) ?? 0) + 1)
  for (const row of rows) {
    const keys = filter?.of(row) ?? []
    if (typeof keys === 'string') count(keys)
    else for (const key of keys) count(key)
  }
  return found
}
