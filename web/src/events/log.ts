import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import type { Schema } from '../api'

export type Event = Schema['EventResponse']

/** A part of a log, and where the next one begins. */
export interface EventPage {
  data: Event[]
  continuationToken?: string | null
}

/** Which part of a log is asked for, as the server takes it; the server's usual where open. */
export interface Asked {
  start?: string
  end?: string
  continuationToken?: string
}

/** Where events are read: in an organization, in one's own account. */
export interface Log<P extends EventPage> {
  key: QueryKey
  read(asked: Asked, signal: AbortSignal): Promise<P>
}

interface Period {
  start: Date | null
  end: Date | null
}

/** The events of a period, the newest first, page by page. */
export const useEvents = <P extends EventPage>({ key, read }: Log<P>, { start, end }: Period) =>
  useInfiniteQuery({
    queryKey: ['events', ...key, start, end],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const period = {
        ...(start && { start: start.toISOString() }),
        ...(end && { end: end.toISOString() }),
      }
      return read({ ...period, ...(pageParam && { continuationToken: pageParam }) }, signal)
    },
    getNextPageParam: ({ continuationToken }) => continuationToken ?? null,
    // what was read is history; only asking again shows what happened since
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
