import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'
import { passwordHash } from '../../session'

export type Subscription = Schema['OrganizationSubscriptionResponse']
export type KeyFacts = Schema['KeyInformationResponse']
export type Server = Schema['ConnectedServerResponse']
export type Connection = Schema['ConnectionResponse']

/** What the key of an organization is for, by the protocol's number. */
const BILLING_SYNC = 1
/** The connection to the cloud organization, by the protocol's number. */
const CLOUD = 1

const byId = (id: string) => ({ params: { path: { id } } })

export const subscription = (id: string) =>
  queryOptions({
    queryKey: ['billing', id, 'subscription'],
    queryFn: ({ signal }): Promise<Subscription> =>
      answer(api.GET('/api/organizations/{id}/subscription', { ...byId(id), signal })),
  })

/** What is known of the billing sync token: never the token itself. Null before the first. */
export const billingToken = (id: string) =>
  queryOptions({
    queryKey: ['billing', id, 'token'],
    queryFn: async ({ signal }): Promise<KeyFacts | null> => {
      const params = { path: { id, type: String(BILLING_SYNC) } }
      const call = api.GET('/api/organizations/{id}/api-key-information/{type}', { params, signal })
      return (await answer(call)).data[0] ?? null
    },
  })

/** The servers that hold the organization's licence. */
export const servers = (id: string) =>
  queryOptions({
    queryKey: ['billing', id, 'servers'],
    queryFn: async ({ signal }): Promise<Server[]> =>
      (await answer(api.GET('/api/organizations/{id}/installations', { ...byId(id), signal })))
        .data,
  })

/** Whether this server may talk to its cloud at all. */
export const cloudCommunication = () =>
  queryOptions({
    queryKey: ['billing', 'cloudCommunication'],
    queryFn: ({ signal }): Promise<boolean> =>
      answer(api.GET('/api/organizations/connections/enabled', { signal })),
  })

/** The connection to the cloud organization; null when there is none. */
export const cloudConnection = (id: string) =>
  queryOptions({
    queryKey: ['billing', id, 'connection'],
    queryFn: async ({ signal }): Promise<Connection | null> => {
      const params = { path: { id, type: String(CLOUD) } }
      const call = api.GET('/api/organizations/connections/{id}/{type}', { params, signal })
      const connection = await answer(call)
      return connection.id ? connection : null
    },
  })

/** How the syncs of the organization stand. */
export const syncPanel = (id: string) =>
  queryOptions({
    queryKey: ['sync', id],
    queryFn: ({ signal }) => {
      const params = { path: { org_id: id } }
      return answer(
        api.GET('/api/organization/sponsorship/{org_id}/sync-panel', { params, signal }),
      )
    },
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 2_000 : 30_000),
  })

/** Syncs now: sponsorships, and the licence with them. */
export const useSyncNow = (id: string) =>
  useChange(id, () => {
    const params = { path: { org_id: id } }
    return answer(
      api.POST('/api/organization/sponsorship/self-hosted/{org_id}/sync-now', { params }),
    )
  })

/** Runs a change of an organization's billing, and asks anew for what it may have changed. */
function useChange<Input, Output>(id: string, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['billing', id] })
      await queries.invalidateQueries({ queryKey: ['sync', id] })
    },
  })
}

/** Shows the billing sync token, which is made the first time; or makes another one. */
export const useBillingToken = (id: string) =>
  useChange(id, async ({ password, rotate }: { password: string; rotate: boolean }) => {
    const body = { type: BILLING_SYNC, masterPasswordHash: await passwordHash(password) }
    const init = { ...byId(id), body }
    const call = rotate
      ? api.POST('/api/organizations/{id}/rotate-api-key', init)
      : api.POST('/api/organizations/{id}/api-key', init)
    return (await answer(call)).apiKey
  })

/** The licence of the organization for an installation, as the text of a file. */
export const useDownloadLicense = (id: string) =>
  useChange(id, async (installationId: string): Promise<string> => {
    const params = { path: { id }, query: { installationId } }
    const license = await answer(api.GET('/api/organizations/{id}/license', { params }))
    return JSON.stringify(license, null, 2)
  })

/** Lets a server hold the licence, or no longer. */
export const useDecideOnServer = (id: string) =>
  useChange(id, async ({ server, approve }: { server: string; approve: boolean }) => {
    const init = { params: { path: { id, installation_id: server } } }
    await answer<unknown>(
      approve
        ? api.POST('/api/organizations/{id}/installations/{installation_id}/approve', init)
        : api.DELETE('/api/organizations/{id}/installations/{installation_id}', init),
    )
  })

/** What a person sets of the connection; an empty token leaves the one that is kept. */
export interface ConnectionChoice {
  token: string
  enabled: boolean
  automaticLicense: boolean
}

/** Makes or changes the connection. */
export const useSaveConnection = (id: string, existing: Connection | null) =>
  useChange(id, ({ token, enabled, automaticLicense }: ConnectionChoice) => {
    const config = { ...(token && { billingSyncKey: token }), automaticLicense }
    const body = { type: CLOUD, organizationId: id, enabled, config }
    return answer(
      existing?.id
        ? api.PUT('/api/organizations/connections/{id}', { ...byId(existing.id), body })
        : api.POST('/api/organizations/connections', { body }),
    )
  })

export const useDeleteConnection = (id: string, connection: string) =>
  useChange(id, async () => {
    await answer(api.DELETE('/api/organizations/connections/{id}', byId(connection)))
  })

/** Fetches the licence from the cloud. */
export const useSyncLicense = (id: string) =>
  useChange(id, async () => {
    await answer(api.POST('/api/organizations/licenses/self-hosted/{id}/sync', byId(id)))
  })

/** Applies a licence file. */
export const useUploadLicense = (id: string) =>
  useChange(id, async (file: File) => {
    const form = new FormData()
    form.set('license', file)
    await answer(
      api.POST('/api/organizations/licenses/self-hosted/{id}', {
        ...byId(id),
        body: form as never,
        bodySerializer: (body) => body,
      }),
    )
  })

/** Gives a sponsorship up that makes this organization free. */
export const useGiveUpSponsorship = (id: string) =>
  useChange(id, async () => {
    const params = { path: { org_id: id } }
    await answer(api.DELETE('/api/organization/sponsorship/sponsored/{org_id}', { params }))
  })
