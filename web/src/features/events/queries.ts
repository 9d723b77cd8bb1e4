import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api'
import type { EventPage, Log } from '../../events/log'

/** What happened in an organization. */
export const ofOrganization = (id: string): Log<EventPage> => ({
  key: [id],
  read: (query, signal) =>
    answer(api.GET('/api/organizations/{id}/events', { params: { path: { id }, query }, signal })),
})

/** What happened to the person's own account. */
export const own: Log<EventPage> = {
  key: ['own'],
  read: (query, signal) => answer(api.GET('/api/events', { params: { query }, signal })),
}

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
