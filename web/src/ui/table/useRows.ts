import { useDeferredValue, useMemo } from 'react'
import { useFormat } from '../../i18n'
import type { Facet } from './Facet'
import { wordsOf } from './fold'
import { counts, hasWords, keysOf, passesAll, searched, sorted } from './rows'
import type { Column, TableQuery } from './types'

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
export function useRows<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  query: TableQuery,
  isAnswered: boolean,
): Answer<R> {
  const format = useFormat()
  // typing goes first, what it leaves of the list follows
  const asked = useDeferredValue(query)
  const { sort, filters } = asked
  const words = useMemo(() => wordsOf(asked.words), [asked.words])

  const texts = useMemo(
    () => new Map(rows.map((row) => [row, searched(row, columns)])),
    [rows, columns],
  )
  const ordered = useMemo(
    () => (isAnswered ? rows : sorted(rows, sort, columns, format.compare)),
    [rows, sort, columns, format, isAnswered],
  )
  const found = useMemo(
    () =>
      words.length === 0 || isAnswered
        ? ordered
        : ordered.filter((row) => hasWords(texts.get(row) ?? '', words)),
    [ordered, words, texts, isAnswered],
  )
  const left = useMemo(
    () => (filters.length === 0 || isAnswered ? found : found.filter(passesAll(filters, columns))),
    [found, filters, columns, isAnswered],
  )
  const facets = useMemo(
    () =>
      columns
        .filter(({ filter }) => filter !== undefined)
        .map((column) => {
          const facet = facetOf(column, rows, found, asked, columns, format.compare)
          return isAnswered ? asCounted(facet, column) : facet
        }),
    [columns, rows, found, asked, format, isAnswered],
  )
  return { rows: left, words, facets }
}

function facetOf<R>(
  column: Column<R>,
  all: readonly R[],
  found: readonly R[],
  { filters }: TableQuery,
  columns: readonly Column<R>[],
  compare: (a: string, b: string) => number,
): Facet {
  const { filter } = column
  const others = filters.filter((one) => one.column !== column.id)
  const judged = others.length === 0 ? found : found.filter(passesAll(others, columns))
  const number = counts(judged, column)
  const label = filter?.label ?? ((key: string) => key)
  const known =
    filter?.keys ?? [...counts(all, column).keys()].toSorted((a, b) => compare(label(a), label(b)))
  const mine = filters.find((one) => one.column === column.id)
  return {
    id: column.id,
    label: column.header,
    options: known.map((key) => ({ key, label: label(key), count: number.get(key) ?? 0 })),
    chosen: mine?.keys ?? [],
    all: mine?.all ?? false,
    hasSeveral: all.some((row) => keysOf(row, column).length > 1),
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
