import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'
import { type From, useServerList } from '../lists'
import { byId, useChange } from '../queries'

export type OrganizationLine = Schema['OrganizationLine']
export type OrganizationView = Schema['OrganizationViewResponse']

const MOST_PAGES = 50

interface Narrowed {
  name?: string
  userEmail?: string
}

/** A page of organizations, as a part of a list: its token is the number of the next one. */
async function part(
  narrowed: Narrowed,
  { pageSize, continuationToken }: From,
  signal: AbortSignal,
) {
  const page = Number(continuationToken ?? 1)
  const params = { query: { page, count: pageSize, ...narrowed } }
  const { data, more, total } = await answer(api.GET('/admin/organizations', { params, signal }))
  return { data, total, continuationToken: more ? String(page + 1) : null }
}

/** The organizations whose name has the words, or which somebody with that whole address is in. */
export const useOrganizations = () =>
  useServerList({
    key: ['system', 'organizations'],
    ask: ({ words }, from, signal) => {
      const asked = words.trim()
      const narrowed = asked.includes('@') ? { userEmail: asked } : asked ? { name: asked } : {}
      return part(narrowed, from, signal)
    },
  })

/** Every organization of a self-hosted server, which has few. */
export const everyOrganization = () =>
  queryOptions({
    queryKey: ['system', 'organizations', 'all'],
    queryFn: async ({ signal }): Promise<OrganizationLine[]> => {
      const found: OrganizationLine[] = []
      let next: string | null = '1'
      for (let pages = 0; next !== null && pages < MOST_PAGES; pages += 1) {
        const from: From = { pageSize: 100, continuationToken: next }
        const { data, continuationToken }: Awaited<ReturnType<typeof part>> = await part(
          {},
          from,
          signal,
        )
        found.push(...data)
        next = continuationToken
      }
      return found
    },
  })

export const organization = (id: string) =>
  queryOptions({
    queryKey: ['system', 'organization', id],
    queryFn: ({ signal }): Promise<OrganizationView> =>
      answer(api.GET('/admin/organizations/view/{id}', { ...byId(id), signal })),
  })

/** How the syncs of an organization stand: the same its owners see. */
export const syncPanel = (id: string) =>
  queryOptions({
    queryKey: ['system', 'organization', id, 'sync'],
    queryFn: ({ signal }) =>
      answer(api.GET('/admin/organizations/{id}/sync', { ...byId(id), signal })),
  })

export const useSyncOrganization = (id: string) =>
  useChange(() => answer(api.POST('/admin/organizations/{id}/sync', byId(id))))

export const useDeleteOrganization = (id: string) =>
  useChange(async () => {
    await answer<unknown>(api.POST('/admin/organizations/delete/{id}', byId(id)))
  })

/** Lets an organization work again, or stops it. */
export const useEnableOrganization = (id: string) =>
  useChange(async (enable: boolean) => {
    await answer<unknown>(
      enable
        ? api.POST('/admin/organizations/{id}/enable', byId(id))
        : api.POST('/admin/organizations/{id}/disable', byId(id)),
    )
  })

export const useSetSeats = (id: string) =>
  useChange(async (seats: number) => {
    const body = { seats }
    await answer<unknown>(api.PUT('/admin/organizations/{id}/seats', { ...byId(id), body }))
  })

/** Lets the paid period end at another moment. */
export const useSetPeriod = (id: string) =>
  useChange(async (ends: Date) => {
    const body = { ends: ends.toISOString() }
    await answer<unknown>(api.PUT('/admin/organizations/{id}/period', { ...byId(id), body }))
  })

/** Lets the organization use something, or takes it away. */
export const useGrantFeature = (id: string) =>
  useChange(async (body: { feature: string; granted: boolean }) => {
    await answer<unknown>(api.POST('/admin/organizations/{id}/features', { ...byId(id), body }))
  })
