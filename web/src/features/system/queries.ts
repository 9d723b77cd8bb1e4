import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'

export type Overview = Schema['OverviewResponse']
export type OrganizationLine = Schema['OrganizationLine']
export type OrganizationView = Schema['OrganizationViewResponse']
export type Installation = Schema['InstallationLine']
export type InstallationKey = Schema['NewKeyResponse']

const MOST_PAGES = 50

export const byId = (id: string) => ({ params: { path: { id } } })

export const overview = () =>
  queryOptions({
    queryKey: ['system', 'overview'],
    queryFn: ({ signal }): Promise<Overview> => answer(api.GET('/admin/overview', { signal })),
    refetchInterval: 30_000,
  })

/** What the list of organizations is narrowed to. */
export interface OrganizationSearch {
  name: string
  userEmail: string
  page: number
}

export const organizations = ({ name, userEmail, page }: OrganizationSearch) =>
  queryOptions({
    queryKey: ['system', 'organizations', name, userEmail, page],
    queryFn: ({ signal }) => {
      const query = { page, count: 25, ...(name && { name }), ...(userEmail && { userEmail }) }
      return answer(api.GET('/admin/organizations', { params: { query }, signal }))
    },
  })

/** Every organization of a self-hosted server, which has few. */
export const everyOrganization = () =>
  queryOptions({
    queryKey: ['system', 'organizations', 'all'],
    queryFn: async ({ signal }): Promise<OrganizationLine[]> => {
      const found: OrganizationLine[] = []
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const params = { query: { page, count: 100 } }
        const part = await answer(api.GET('/admin/organizations', { params, signal }))
        found.push(...part.data)
        if (!part.more) break
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

export const installations = () =>
  queryOptions({
    queryKey: ['system', 'installations'],
    queryFn: async ({ signal }): Promise<Installation[]> =>
      (await answer(api.GET('/admin/installations', { signal }))).data,
  })

/** Runs a change, and asks anew for all the portal shows. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['system'] }),
  })
}

export const useSyncOrganization = (id: string) =>
  useChange(() => answer(api.POST('/admin/organizations/{id}/sync', byId(id))))

export const useDeleteOrganization = (id: string) =>
  useChange(async () => {
    await answer(api.POST('/admin/organizations/delete/{id}', byId(id)))
  })

export const useNewInstallation = () =>
  useChange(
    (email: string): Promise<InstallationKey> =>
      answer(api.POST('/admin/installations', { body: { email } })),
  )

export const useRotateInstallation = () =>
  useChange(
    (id: string): Promise<InstallationKey> =>
      answer(api.POST('/admin/installations/{id}/rotate', byId(id))),
  )

export const useEnableInstallation = () =>
  useChange(async ({ id, enable }: { id: string; enable: boolean }) => {
    await answer<unknown>(
      enable
        ? api.POST('/admin/installations/{id}/enable', byId(id))
        : api.POST('/admin/installations/{id}/disable', byId(id)),
    )
  })
