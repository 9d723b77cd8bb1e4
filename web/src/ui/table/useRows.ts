import { useDeferredValue, useMemo } from 'react'
import { useFormat } from '../../i18n'
import type { Facet } from './Facet'
import { finding } from './finding'
import { wordsOf } from './fold'
import { counts, passesAll, sorted } from './rows'
import type { Column, TableQuery } from './types'
import { useTexts } from './useTexts'

const NONE: readonly never[] = []

/** Among so many rows words are found, and drawn, sooner than a field could be drawn by itself first. */
const MANY = 20_000

interface Answer<R> {
  /** Rows that match, in order. */
  rows: readonly R[]
  words: readonly string[]
  facets: readonly Facet[]
}

/**
 * Answers a question from rows that are all here; a server that answers itself is not second-guessed.
 *
 * Sorting is the dearest step, so it is done for all rows at once and filtering keeps its order.
 */
export function useRows<R extends object>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  query: TableQuery,
  isAnswered: boolean,
): Answer<R> {
  const format = useFormat()
  // what was pressed shows at once, what it leaves of the list follows
  const asked = useDeferredValue(query)
  const { sort, filters } = asked
  const said = rows.length > MANY ? asked.words : query.words
  const words = useMemo(() => wordsOf(said), [said])

  const textOf = useTexts(isAnswered ? NONE : rows, columns)
  const ordered = useMemo(
    () => (isAnswered ? rows : sorted(rows, sort, columns, format.compare)),
    [rows, sort, columns, format, isAnswered],
  )
  const find = useMemo(() => finding(ordered, textOf), [ordered, textOf])
  const found = useMemo(
    () => (isAnswered ? ordered : find(words)),
    [ordered, find, words, isAnswered],
  )
  const left = useMemo(
    () => (filters.length === 0 || isAnswered ? found : found.filter(passesAll(filters, columns))),
    [found, filters, columns, isAnswered],
  )
  const choices = useMemo(
    () =>
      columns
        .filter(({ filter }) => filter !== undefined)
        .map((column) => choicesOf(column, rows, format.compare)),
    [columns, rows, format],
  )
  const facets = useMemo(
    () =>
      choices.map((all) => {
        const facet = facetOf(all, rows, found, asked, columns)
        return isAnswered ? asCounted(facet, all.column) : facet
      }),
    [choices, columns, rows, found, asked, isAnswered],
  )
  return { rows: left, words, facets }
}

/** What can be chosen in a column, whatever is asked. */
interface Choices<R> {
  column: Column<R>
  options: readonly { key: string; label: string }[]
  /** How many of all rows have each. */
  counts: ReadonlyMap<string, number>
  /** Whether rows can have several. */
  hasSeveral: boolean
}

function choicesOf<R>(
  column: Column<R>,
  all: readonly R[],
  compare: (a: string, b: string) => number,
): Choices<R> {
  const { filter } = column
  const label = filter?.label ?? ((key: string) => key)
  const number = counts(all, column)
  const keys = filter?.keys ?? [...number.keys()].toSorted((a, b) => compare(label(a), label(b)))
  const hasSeveral = all.some((row) => {
    const has = filter?.of(row) ?? []
    return typeof has !== 'string' && has.length > 1
  })
  const options = keys.map((key) => ({ key, label: label(key) }))
  return { column, options, counts: number, hasSeveral }
}

function facetOf<R>(
  { column, options, hasSeveral, ...its }: Choices<R>,
  all: readonly R[],
  found: readonly R[],
  { filters }: TableQuery,
  columns: readonly Column<R>[],
): Facet {
  const { filter } = column
  const others = filters.filter((one) => one.column !== column.id)
  const judged = others.length === 0 ? found : found.filter(passesAll(others, columns))
  // in another order perhaps, but the same
  const number = judged.length === all.length ? its.counts : counts(judged, column)
  const mine = filters.find((one) => one.column === column.id)
  return {
    id: column.id,
    label: column.header,
    options: options.map((option) => ({ ...option, count: number.get(option.key) ?? 0 })),
    chosen: mine?.keys ?? [],
    all: mine?.all ?? false,
    hasSeveral,
    isInline: filter?.isInline ?? false,
    isSingle: filter?.isSingle ?? false,
    any: filter?.any ?? null,
    total: judged.length,
  }
}

/** With the numbers of the server: those of what happens to be loaded would mislead. */
function asCounted<R>(facet: Facet, { filter }: Column<R>): Facet {
  const counts = filter?.counts
  return {
    ...facet,
    total: counts?.all ?? null,
    options: facet.options.map((option) => ({ ...option, count: counts?.of[option.key] ?? null })),
  }
}
