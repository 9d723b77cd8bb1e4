import { queryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'

export type Event = Schema['EventResponse']

/** A part of a log: of an organization, or of the person's own account when there is none. */
export interface Part {
  organization: string | null
  /** From when to when; the server's usual where open. */
  start: string | null
  end: string | null
}

async function page({ organization, start, end }: Part, token: string | null, signal: AbortSignal) {
  const query = {
    ...(start && { start }),
    ...(end && { end }),
    ...(token && { continuationToken: token }),
  }
  return answer(
    organization
      ? api.GET('/api/organizations/{id}/events', {
          params: { path: { id: organization }, query },
          signal,
        })
      : api.GET('/api/events', { params: { query }, signal }),
  )
}

/** A part of a log, the newest first, page by page. */
export const useEvents = (part: Part) =>
  useInfiniteQuery({
    queryKey: ['events', part.organization ?? 'own', part.start, part.end],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => page(part, pageParam, signal),
    getNextPageParam: ({ continuationToken }) => continuationToken ?? null,
    // what was read is history; only asking again shows what happened since
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

const inOrganization = (org_id: string) => ({ params: { path: { org_id } } })

/** Who is in the organization: events name people by their ids. */
export const people = (organization: string) =>
  queryOptions({
    queryKey: ['events', organization, 'people'],
    queryFn: async ({ signal }) => {
      const init = { ...inOrganization(organization), signal }
      return (await answer(api.GET('/api/organizations/{org_id}/users/mini-details', init))).data
    },
  })

/** The kinds of the organization's policies, by their ids; for those who may see policies. */
export const policyKinds = (organization: string, mayRead: boolean) =>
  queryOptions({
    queryKey: ['events', organization, 'policies', mayRead],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      if (!mayRead) return new Map()
      const init = { ...inOrganization(organization), signal }
      const { data } = await answer(api.GET('/api/organizations/{org_id}/policies', init))
      return new Map(data.flatMap(({ id, type }) => (id ? [[id, type] as const] : [])))
    },
  })
