import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'
import { crypto } from '../../crypto'

/** The words others know the person's key by. */
export const ownFingerprint = (id: string) =>
  queryOptions({
    queryKey: ['settings', 'fingerprint'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await crypto.ownFingerprint(id)).join('-'),
  })

/** Changes the name, and what else the server keeps of the person. */
export function useEditProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: Partial<Schema['ProfileRequest']>) =>
      answer(api.PUT('/api/accounts/profile', { body: change })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profile'] }),
  })
}

/** Has the link mailed that verifies the address. */
export const useVerifyEmail = () =>
  useMutation({ mutationFn: () => answer(api.POST('/api/accounts/verify-email')) })

/** Deletes the account, with all that is the person's alone. */
export async function deleteAccount(masterPasswordHash: string): Promise<void> {
  await answer(api.DELETE('/api/accounts', { body: { masterPasswordHash } }))
}

/** The devices the account is used on. */
export const deviceList = () =>
  queryOptions({
    queryKey: ['settings', 'devices'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/devices', { signal }))).data,
  })

/** Ends the session on a device, and forgets it. */
export function useEndDevice() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (identifier: string) =>
      answer(api.DELETE('/api/devices/{identifier}', { params: { path: { identifier } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings', 'devices'] }),
  })
}

/** The personal API key. */
export const showApiKey = (masterPasswordHash: string): Promise<Schema['ApiKeyResponse']> =>
  answer(api.POST('/api/accounts/api-key', { body: { masterPasswordHash } }))

/** Another one in its place. */
export const rotateApiKey = (masterPasswordHash: string): Promise<Schema['ApiKeyResponse']> =>
  answer(api.POST('/api/accounts/rotate-api-key', { body: { masterPasswordHash } }))

/** Ends every session of the account. */
export async function endSessions(masterPasswordHash: string): Promise<void> {
  await answer(api.POST('/api/accounts/security-stamp', { body: { masterPasswordHash } }))
}
