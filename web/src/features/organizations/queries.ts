import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'
import { crypto } from '../../crypto'
import { passwordHash, refusedAt } from '../../session'

export type Plan = Schema['PlanResponse']

/** The plans one can choose now. */
export const plans = () =>
  queryOptions({
    queryKey: ['plans'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Plan[]> =>
      (await answer(api.GET('/api/plans', { signal }))).data.filter(({ disabled }) => !disabled),
  })

export interface NewOrganization {
  name: string
  billingEmail: string
  planType: number
  additionalSeats: number
  /** The name of its first collection. */
  collection: string
}

/** Makes an organization, with keys made here; answers its id. */
export async function createOrganization({
  collection,
  ...wanted
}: NewOrganization): Promise<string> {
  const keys = await crypto.newOrganization(collection)
  const body = { ...wanted, ...keys }
  return (await answer(api.POST('/api/organizations', { body }))).id
}

/** Begins the organization of a licence on this server, with keys made here; answers its id. */
export async function createFromLicense(license: File, collection: string): Promise<string> {
  const { key, keys, collectionName } = await crypto.newOrganization(collection)
  const form = new FormData()
  form.set('license', license)
  form.set('key', key)
  form.set('keys.publicKey', keys.publicKey)
  form.set('keys.encryptedPrivateKey', keys.encryptedPrivateKey)
  form.set('collectionName', collectionName)
  const call = api.POST('/api/organizations/licenses/self-hosted', {
    body: form as never,
    bodySerializer: (body) => body,
  })
  return (await answer(call)).id
}

const byId = (id: string) => ({ params: { path: { id } } })

export const organizationDetails = (id: string) =>
  queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) => answer(api.GET('/api/organizations/{id}', { ...byId(id), signal })),
  })

/** Who is in the organization, in short. */
export const peopleOf = (id: string) =>
  queryOptions({
    queryKey: ['members', id, 'short'],
    queryFn: async ({ signal }) => {
      const init = { params: { path: { org_id: id } }, signal }
      return (await answer(api.GET('/api/organizations/{org_id}/users/mini-details', init))).data
    },
  })

export async function saveOrganization(
  id: string,
  body: { name: string; billingEmail: string },
): Promise<void> {
  await answer(api.PUT('/api/organizations/{id}', { ...byId(id), body }))
}

export async function leaveOrganization(id: string): Promise<void> {
  await answer(api.POST('/api/organizations/{id}/leave', byId(id)))
}

export async function deleteOrganization(id: string, password: string): Promise<void> {
  const body = { masterPasswordHash: await passwordHash(password) }
  const call = answer(api.DELETE('/api/organizations/{id}', { ...byId(id), body }))
  await call.catch(refusedAt({ wrong_password: 'masterPasswordHash' }))
}
