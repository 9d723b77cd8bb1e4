import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, answer, api, type Schema } from '../../api'
import { crypto } from '../../crypto'
import { asksMore, rulesOf, strictest } from '../../password/requirements'
import { type Organization, syncQuery } from '../../session'

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

/** What organizations ask of the person's master password, and which they are. */
export const passwordDemand = (organizations: readonly Organization[]) =>
  queryOptions({
    queryKey: ['settings', 'password-demand', ...organizations.map(({ id }) => id)],
    queryFn: async ({ signal }) => {
      const found = await Promise.all(organizations.map((one) => demandOf(one, signal)))
      const asking = found.flat()
      return {
        rules: strictest(asking.map(({ rules }) => rules)),
        names: asking.filter(({ rules }) => asksMore(rules)).map(({ name }) => name),
      }
    },
  })

async function demandOf({ id, name }: Organization, signal: AbortSignal) {
  const path = '/api/organizations/{org_id}/policies/master-password'
  try {
    const policy = await answer(api.GET(path, { params: { path: { org_id: id } }, signal }))
    return policy.enabled
      ? [{ name, rules: rulesOf((policy.data ?? {}) as Record<string, unknown>) }]
      : []
  } catch (cause) {
    // it asks for nothing
    if (cause instanceof ApiError && cause.status === 404) return []
    throw cause
  }
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

/** Gives up one's place in an organization. */
export function useLeave() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/organizations/{id}/leave', { params: { path: { id } } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['profile'] }),
        queries.invalidateQueries({ queryKey: syncQuery().queryKey }),
      ]),
  })
}
