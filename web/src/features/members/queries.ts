import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'
import { crypto } from '../../crypto'

export type Member = Schema['MemberRowResponse']

const INVITED = 0
const ACCEPTED = 1
const REVOKED = -1

export const isInvited = ({ status }: Member) => status === INVITED
export const isAccepted = ({ status }: Member) => status === ACCEPTED
export const isRevoked = ({ status }: Member) => status === REVOKED

/** What a member is called: their name, else their address. */
export const nameOf = ({ name, email }: Member): string => name || (email ?? '')

const inOrganization = (org_id: string) => ({ params: { path: { org_id } } })

export const memberList = (organization: string) =>
  queryOptions({
    queryKey: ['members', organization],
    queryFn: async ({ signal }): Promise<Member[]> => {
      const init = { ...inOrganization(organization), signal }
      return (await answer(api.GET('/api/organizations/{org_id}/users', init))).data
    },
  })

/** Somebody who accepted: their public key, and the phrase it is recognized by. */
export interface Candidate {
  id: string
  publicKey: string
  phrase: string
}

/** Those of `members` who accepted, ready to be confirmed. */
export const candidates = (organization: string, ids: readonly string[]) =>
  queryOptions({
    queryKey: ['members', organization, 'candidates', ids],
    gcTime: 0,
    queryFn: async (): Promise<Candidate[]> => {
      const init = { ...inOrganization(organization), body: { ids: [...ids] } }
      const keys = await answer(api.POST('/api/organizations/{org_id}/users/public-keys', init))
      return Promise.all(
        keys.data.map(async ({ id, userId, key }) => ({
          id,
          publicKey: key,
          phrase: (await crypto.fingerprint(key, userId)).join('-'),
        })),
      )
    },
  })

/** Runs a change of the members, and asks for them anew. */
function useChange<Input, Output>(organization: string, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['members', organization] }),
  })
}

export const useInvite = (organization: string) =>
  useChange(organization, async ({ emails, type }: { emails: string[]; type: number }) => {
    const body = { emails, type, collections: [] }
    const init = { ...inOrganization(organization), body }
    await answer(api.POST('/api/organizations/{org_id}/users/invite', init))
  })

/** What the server did not do, by the member's id. */
export type Refusals = ReadonlyMap<string, string>

type Bulk = Schema['ListResponse_BulkResponse']

const refusals = ({ data }: Bulk): Refusals =>
  new Map(data.flatMap(({ id, error }) => (error ? [[id, error] as const] : [])))

/** Wraps the organization's key for each, here, and confirms them. */
export const useConfirm = (organization: string) =>
  useChange(organization, async (chosen: readonly Candidate[]): Promise<Refusals> => {
    const keys = await Promise.all(
      chosen.map(async ({ id, publicKey }) => ({
        id,
        key: await crypto.wrapOrganizationKeyFor(organization, publicKey),
      })),
    )
    const init = { ...inOrganization(organization), body: { keys } }
    return refusals(await answer(api.POST('/api/organizations/{org_id}/users/confirm', init)))
  })

const bulk = (organization: string, ids: readonly string[]) => ({
  ...inOrganization(organization),
  body: { ids: [...ids] },
})

export const useResend = (organization: string) =>
  useChange(organization, async (ids: readonly string[]) => {
    const call = api.POST('/api/organizations/{org_id}/users/reinvite', bulk(organization, ids))
    return refusals(await answer(call))
  })

export const useRevoke = (organization: string) =>
  useChange(organization, async (ids: readonly string[]) => {
    const call = api.PUT('/api/organizations/{org_id}/users/revoke', bulk(organization, ids))
    return refusals(await answer(call))
  })

export const useRestore = (organization: string) =>
  useChange(organization, async (ids: readonly string[]) => {
    const call = api.PUT('/api/organizations/{org_id}/users/restore', bulk(organization, ids))
    return refusals(await answer(call))
  })

export const useRemove = (organization: string) =>
  useChange(organization, async (ids: readonly string[]) => {
    const call = api.POST('/api/organizations/{org_id}/users/remove', bulk(organization, ids))
    return refusals(await answer(call))
  })

export const useEditRole = (organization: string) =>
  useChange(organization, async ({ id, type }: { id: string; type: number }) => {
    const params = { path: { org_id: organization, id } }
    const known = await answer(api.GET('/api/organizations/{org_id}/users/{id}', { params }))
    const { collections, groups, permissions, accessSecretsManager } = known
    const body = { type, collections, groups, permissions, accessSecretsManager }
    await answer(api.PUT('/api/organizations/{org_id}/users/{id}', { params, body }))
  })
