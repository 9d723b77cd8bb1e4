import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api, type Schema } from '../api'
import { crypto, type Refusal } from '../crypto'
import type { Organization } from './can'
import { hold, pinForbidders } from './pinned'
import { session, untilUnlocked } from './state'

/** The person's profile, with keys in hand for all its organizations. */
export type Profile = Schema['ProfileResponse'] & {
  /** The organizations whose keys could not be opened; their texts cannot be read. */
  unreadable: readonly Refusal[]
}

/** Everything the server keeps for the person, as encrypted as it comes. */
export type Sync = Schema['SyncResponse']

/** Hands the organizations' keys to the worker. */
async function takeKeys(
  organizations: readonly Organization[],
  signal: AbortSignal,
): Promise<Refusal[]> {
  const wrapped = organizations.flatMap(({ id, key }) => (key ? [{ id, key }] : []))
  for (;;) {
    try {
      return await crypto.setOrganizationKeys(wrapped)
    } catch (cause) {
      // locked in the midst of it: there will be another time, and no page need hear of this one
      if (session().state !== 'locked') throw cause
      await untilUnlocked(signal)
    }
  }
}

/** The profile. Whoever waits for it may use the keys of its organizations. */
export const profileQuery = () =>
  queryOptions({
    queryKey: ['profile'],
    queryFn: async ({ signal }): Promise<Profile> => {
      await untilUnlocked(signal)
      const profile = await answer(api.GET('/api/accounts/profile', { signal }))
      return { ...profile, unreadable: await takeKeys(profile.organizations, signal) }
    },
  })

/** A whole sync: for the vault, which needs more than the profile. */
export const syncQuery = () =>
  queryOptions({
    queryKey: ['sync'],
    queryFn: async ({ signal }): Promise<Sync> => {
      await untilUnlocked(signal)
      const query = { excludeDomains: 'true' }
      const sync = await answer(api.GET('/api/sync', { params: { query }, signal }))
      await takeKeys(sync.profile.organizations, signal)
      if (pinForbidders(sync).length > 0) hold(null)
      return sync
    },
  })

/** The profile, where somebody is signed in. */
export const useProfile = (): Profile => useSuspenseQuery(profileQuery()).data

/** The organizations one is a member of, where somebody is signed in. */
export const useOrganizations = (): readonly Organization[] => useProfile().organizations
