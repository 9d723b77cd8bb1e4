import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'

export type Overview = Schema['OverviewResponse']
export type OrganizationLine = Schema['OrganizationLine']
export type OrganizationView = Schema['OrganizationViewResponse']
export type Installation = Schema['InstallationLine']
export type InstallationKey = Schema['NewKeyResponse']
export type Job = Schema['JobResponse']
export type Mail = Schema['MailResponse']
export type Action = Schema['ActionResponse']
export type Egress = Schema['EgressResponse']

const byId = (id: string) => ({ params: { path: { id } } })

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

export const jobs = () =>
  queryOptions({
    queryKey: ['system', 'jobs'],
    queryFn: async ({ signal }): Promise<Job[]> =>
      (await answer(api.GET('/admin/jobs', { signal }))).data,
    refetchInterval: 10_000,
  })

export const mails = (to: string) =>
  queryOptions({
    queryKey: ['system', 'mails', to],
    queryFn: async ({ signal }): Promise<Mail[]> => {
      const params = { query: to ? { to } : {} }
      return (await answer(api.GET('/admin/mails', { params, signal }))).data
    },
  })

export const mail = (id: string) =>
  queryOptions({
    queryKey: ['system', 'mail', id],
    queryFn: ({ signal }): Promise<Mail> =>
      answer(api.GET('/admin/mails/{id}', { ...byId(id), signal })),
  })

export const actions = (continuationToken: string | null) =>
  queryOptions({
    queryKey: ['system', 'audit', continuationToken],
    queryFn: ({ signal }) => {
      const query = { pageSize: 50, ...(continuationToken && { continuationToken }) }
      return answer(api.GET('/admin/audit', { params: { query }, signal }))
    },
  })

export const egress = () =>
  queryOptions({
    queryKey: ['system', 'egress'],
    queryFn: ({ signal }): Promise<Egress[]> => answer(api.GET('/admin/egress', { signal })),
  })

/** Runs a change, and asks anew for all the portal shows. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
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

export const useRetryJob = () =>
  useChange(async (id: string) => {
    await answer(api.POST('/admin/jobs/{id}/retry', byId(id)))
  })

/** The licence of an organization for an installation, as the text of a file. */
export const useGenerateLicense = () =>
  useChange(async (body: { organizationId: string; installationId: string }) => {
    const license = await answer(api.POST('/admin/tools/generatelicense', { body }))
    return JSON.stringify(license, null, 2)
  })
