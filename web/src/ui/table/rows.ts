import type { Format } from '../../i18n'
import { fold } from './fold'
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

/** The keys a row counts as in a column that filters. */
export function keysOf<R>(row: R, column: Column<R>): readonly string[] {
  const keys = column.filter?.of(row) ?? []
  return typeof keys === 'string' ? [keys] : keys
}

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
        const has = keysOf(row, column).map(plain)
        return all
          ? [...asked].every((key) => has.includes(key))
          : has.some((key) => asked.has(key))
      },
    ]
  })
  return (row) => judges.every((judge) => judge(row))
}

type Compare = (a: string, b: string) => number

function compareValues(a: CellValue, b: CellValue, compare: Compare): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  return compare(String(a), String(b))
}

const isNothing = (value: CellValue): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/** Rows in order; what is empty comes last either way. */
export function sorted<R>(
  rows: readonly R[],
  sort: readonly Sort[],
  columns: readonly Column<R>[],
  compare: Compare,
): readonly R[] {
  const by = sort.flatMap(({ column: id, descending = false }) => {
    const column = columns.find((one) => one.id === id)
    return column
      ? [{ values: new Map(rows.map((row) => [row, column.value(row)])), descending }]
      : []
  })
  if (by.length === 0) return rows
  return rows.toSorted((left, right) => {
    for (const { values, descending } of by) {
      const a = values.get(left)
      const b = values.get(right)
      if (isNothing(a) || isNothing(b)) {
        const order = Number(isNothing(a)) - Number(isNothing(b))
        if (order !== 0) return order
        continue
      }
      const order = compareValues(a, b, compare)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
}

/** How many rows have each key of a column, of those that pass everything else. */
export function counts<R>(rows: readonly R[], column: Column<R>): Map<string, number> {
  const found = new Map<string, number>()
  for (const row of rows)
    for (const key of keysOf(row, column)) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}
