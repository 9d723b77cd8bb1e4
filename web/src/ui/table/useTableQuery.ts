import { use, useEffect, useEffectEvent, useRef, useState } from 'react'
import { AddressContext, writeParameters } from '../address'
import { parseFilters, printFilters } from './filterText'
import type { Column, Sort, TableQuery } from './types'

const TYPED = 250
const NAMES = { asks: 'q', sort: 'sort' } as const

export const printSort = (sort: readonly Sort[]): string =>
  sort.map(({ column, descending }) => (descending ? `-${column}` : column)).join(',')

export function parseSort(text: string, columns: readonly string[]): Sort[] {
  return text.split(',').flatMap((said) => {
    const descending = said.startsWith('-')
    const column = descending ? said.slice(1) : said
    return columns.includes(column) ? [{ column, descending }] : []
  })
}

/** The question a table answers, kept in the address so that it can be shared and come back to. */
export function useTableQuery<R>(
  columns: readonly Column<R>[],
  start: TableQuery,
  isPrivate: boolean,
): [TableQuery, (change: Partial<TableQuery>) => void] {
  const ids = columns.map(({ id }) => id)
  const watch = use(AddressContext)
  const read = (): TableQuery | null => {
    const asked = new URLSearchParams(window.location.search)
    const said = asked.get(NAMES.asks)
    const order = asked.get(NAMES.sort)
    if (isPrivate || (said === null && order === null)) return null
    return {
      ...parseFilters(said ?? '', ids),
      sort: order === null ? start.sort : parseSort(order, ids),
    }
  }
  const [query, setQuery] = useState(() => read() ?? start)

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = (part: Partial<TableQuery>) => {
    const next = { ...query, ...part }
    setQuery(next)
    if (isPrivate) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const usual = printSort(start.sort)
      const sort = printSort(next.sort)
      writeParameters({
        [NAMES.asks]: printFilters(asFilters(next)),
        [NAMES.sort]: sort === usual ? '' : sort,
      })
    }, TYPED)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  // A link to another view of the same table changes the address and nothing else.
  const follow = useEffectEvent(() => {
    const asked = read()
    if (asked && !isSame(asked, query)) setQuery(asked)
  })
  useEffect(() => watch(() => follow()), [watch])

  return [query, change]
}

const asFilters = ({ words, filters }: TableQuery) => ({ words, filters: [...filters] })

const isSame = (a: TableQuery, b: TableQuery): boolean =>
  printFilters(asFilters(a)) === printFilters(asFilters(b)) &&
  printSort(a.sort) === printSort(b.sort)
