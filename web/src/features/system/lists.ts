import {
  keepPreviousData,
  type QueryKey,
  queryOptions,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { ServerPages, TableQuery } from '../../ui'

/** A part of a list, and where the next one begins. */
interface Part<Row> {
  data: Row[]
  continuationToken?: string | null
  /** How many there are in all, if the server says. */
  total?: number
}

/** Where a part begins, as the server's lists take it. */
export interface From {
  pageSize: number
  continuationToken?: string
}

const from = (pageSize: number, token: string | null): From => ({
  pageSize,
  ...(token && { continuationToken: token }),
})

const PAGE = 50
const TYPING = 250

interface Asked<P> {
  key: QueryKey
  ask: (query: TableQuery, from: From, signal: AbortSignal) => Promise<P>
  /** In milliseconds, for lists that change by themselves. */
  refreshEvery?: number
}

/** What came of a list so far, how more comes, and what went wrong: a `ServerTable` shows it. */
export interface ServerList<Row> {
  rows: readonly Row[]
  pages: ServerPages
  /** Why there is nothing to show. */
  error: Error | null
  stale: { since: Date; onRetry: () => void } | null
  refetch: () => void
}

/** A list the server searches and filters. */
export function useServerList<P extends Part<object>>({ key, ask, refreshEvery }: Asked<P>) {
  const [query, setQuery] = useState<TableQuery | null>(null)
  const asked = useQuiet(query)
  const list = useInfiniteQuery({
    queryKey: [...key, asked?.words.trim(), asked?.filters],
    queryFn: ({ pageParam, signal }) =>
      ask(asked ?? { words: '', filters: [], sort: [] }, from(PAGE, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ continuationToken }) => continuationToken ?? null,
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    ...(refreshEvery && { refetchInterval: refreshEvery }),
  })
  const pages: ServerPages = {
    onQuery: setQuery,
    hasMore: list.hasNextPage,
    isLoading: list.isPending || list.isFetchingNextPage || list.isPlaceholderData,
    loadMore: () => void list.fetchNextPage(),
    total: list.data?.pages[0]?.total,
  }
  const { data } = list
  const rows = useMemo(() => (data?.pages.flatMap((part) => part.data) ?? []) as P['data'], [data])
  return {
    rows,
    first: list.data?.pages[0] ?? null,
    pages,
    error: list.data ? null : list.error,
    stale:
      list.isError && data
        ? { since: new Date(list.dataUpdatedAt), onRetry: () => void list.refetch() }
        : null,
    refetch: () => void list.refetch(),
  }
}

/** The question, once nobody types any more. */
function useQuiet(query: TableQuery | null): TableQuery | null {
  const [quiet, setQuiet] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(query), quiet === null ? 0 : TYPING)
    return () => clearTimeout(timer)
  }, [query, quiet])
  return quiet
}

/** The key of the one filter in force on a column; a server's list takes no more. */
export const only = ({ filters }: TableQuery, column: string): string | undefined =>
  filters.find((filter) => filter.column === column)?.keys[0]

const MOST = 5000

/** A list that is fetched to its end, so that it is searched and sorted here. */
export interface Whole<Row> {
  rows: Row[]
  /** There are more than are fetched. */
  isCut: boolean
}

/** Fetches a list part by part. */
export async function whole<Row>(ask: (from: From) => Promise<Part<Row>>): Promise<Whole<Row>> {
  const rows: Row[] = []
  let token: string | null = null
  do {
    const part: Part<Row> = await ask(from(100, token))
    rows.push(...part.data)
    token = part.continuationToken ?? null
  } while (token && rows.length < MOST)
  return { rows, isCut: token !== null }
}

/** A query for such a list. */
export const wholeList = <Row>(
  key: QueryKey,
  ask: (from: From, signal: AbortSignal) => Promise<Part<Row>>,
) =>
  queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => whole((part) => ask(part, signal)),
  })
