import { answer, api } from '../../api'
import { crypto } from '../../crypto'
import type { Organization, Sync } from '../../session'

/** An organization, as its member sees it. */
export type Member = Organization

/** Whether an organization recovers accounts: of nobody, of who wants it, or of everybody. */
export type RecoveryPolicy = 'off' | 'offered' | 'demanded'

/** The protocol's number of the policy. */
const ACCOUNT_RECOVERY = 8

export function recoveryPolicy(
  { id, enabled, usePolicies, useResetPassword }: Member,
  policies: Sync['policies'],
): RecoveryPolicy {
  if (!enabled || !usePolicies || !useResetPassword) return 'off'
  const policy = policies.find(
    ({ organizationId, type }) => organizationId === id && type === ACCOUNT_RECOVERY,
  )
  if (!policy?.enabled) return 'off'
  const data = (policy.data ?? {}) as Record<string, unknown>
  return data.autoEnrollEnabled === true ? 'demanded' : 'offered'
}

/** Lets the administrators of an organization recover the account, with the key given. */
export async function enrol(
  member: Member,
  publicKey: string,
  masterPasswordHash: string,
): Promise<void> {
  await send(member, await crypto.wrapUserKeyFor(publicKey), masterPasswordHash)
}

/** Does so no longer. */
export const withdraw = (member: Member, masterPasswordHash: string): Promise<void> =>
  send(member, null, masterPasswordHash)

async function send(
  { id: org_id, userId: user_id }: Member,
  resetPasswordKey: string | null,
  masterPasswordHash: string,
): Promise<void> {
  const path = '/api/organizations/{org_id}/users/{user_id}/reset-password-enrollment'
  const body = { resetPasswordKey, masterPasswordHash }
  await answer(api.PUT(path, { params: { path: { org_id, user_id } }, body }))
}
