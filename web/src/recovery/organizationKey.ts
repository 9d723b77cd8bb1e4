import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api'
import { crypto } from '../crypto'

/**
 * The key an organization recovers accounts with, and the words it is known by. The server says whose
 * it is: only who compares the words with an administrator's knows.
 */
export interface OrganizationKey {
  organizationId: string
  publicKey: string
  phrase: string
}

/** Asks the server for it. */
export async function findOrganizationKey(
  organizationId: string,
  signal?: AbortSignal,
): Promise<OrganizationKey> {
  const path = '/api/organizations/{id}/public-key'
  const params = { path: { id: organizationId } }
  const found = await answer(api.GET(path, { params, ...(signal && { signal }) }))
  const publicKey = found.publicKey ?? ''
  const phrase = (await crypto.fingerprint(publicKey, organizationId)).join('-')
  return { organizationId, publicKey, phrase }
}

/** The keys of several organizations. */
export const organizationKeys = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['recovery', 'keys', ...ids],
    queryFn: ({ signal }) => Promise.all(ids.map((id) => findOrganizationKey(id, signal))),
  })
