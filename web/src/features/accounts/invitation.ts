import { queryOptions } from '@tanstack/react-query'
import { ApiError, answer, api, type Schema } from '../../api'
import { crypto } from '../../crypto'
import { rulesOf } from '../../password/requirements'

/** What the link of an invitation says. */
export interface InvitationLink {
  organizationId: string
  organizationUserId: string
  organization: string | null
  email: string
  token: string
  /** Whether the address had an account when the invitation was written. */
  hasAccount: boolean
}

/** Reads the link of an invitation; null when it is none, or not whole. */
export function invitationLink(said: URLSearchParams): InvitationLink | null {
  const organizationId = said.get('organizationId')
  const organizationUserId = said.get('organizationUserId')
  const email = said.get('email')
  const token = said.get('token')
  if (!organizationId || !organizationUserId || !email || !token) return null
  return {
    organizationId,
    organizationUserId,
    organization: said.get('organizationName'),
    email,
    token,
    hasAccount: said.get('orgUserHasExistingUser') === 'true',
  }
}

/** Policies by the protocol's number. */
const TWO_STEP = 0
const MASTER_PASSWORD = 1
const SINGLE_ORGANIZATION = 3
const ACCOUNT_RECOVERY = 8

/** What an organization asks of those it invites. */
export interface Conditions {
  twoStep: boolean
  singleOrganization: boolean
  /** Whether it recovers the accounts of all its members. */
  recovery: boolean
  /** What master passwords must be like there; null when nothing is asked. */
  masterPassword: ReturnType<typeof rulesOf> | null
}

/** What the organization of an invitation asks; null when the invitation is no good any more. */
export const invitationConditions = (link: InvitationLink) =>
  queryOptions({
    queryKey: ['accounts', 'invitation', link.organizationUserId],
    queryFn: async ({ signal }): Promise<Conditions | null> => {
      const { organizationId: org_id, organizationUserId, email, token } = link
      const params = { path: { org_id }, query: { email, token, organizationUserId } }
      const path = '/api/organizations/{org_id}/policies/token'
      try {
        const { data } = await answer(api.GET(path, { params, signal }))
        return conditions(data)
      } catch (cause) {
        const isRefused =
          cause instanceof ApiError && (cause.status === 400 || cause.status === 404)
        if (isRefused) return null
        throw cause
      }
    },
  })

function conditions(policies: readonly Schema['PolicyResponse'][]): Conditions {
  const find = (wanted: number) => policies.find(({ type, enabled }) => enabled && type === wanted)
  const password = find(MASTER_PASSWORD)
  const recovery = (find(ACCOUNT_RECOVERY)?.data ?? {}) as Record<string, unknown>
  return {
    twoStep: find(TWO_STEP) !== undefined,
    singleOrganization: find(SINGLE_ORGANIZATION) !== undefined,
    recovery: recovery.autoEnrollEnabled === true,
    masterPassword: password ? rulesOf((password.data ?? {}) as Record<string, unknown>) : null,
  }
}

/** Says yes to an invitation; with a public key, whoever has its other half may recover the account. */
export async function acceptInvitation(
  link: InvitationLink,
  recoverer: string | null,
): Promise<void> {
  const { organizationId: org_id, organizationUserId: id, token } = link
  const path = '/api/organizations/{org_id}/users/{id}/accept'
  const resetPasswordKey = recoverer && (await crypto.wrapUserKeyFor(recoverer))
  const body = { token, ...(resetPasswordKey && { resetPasswordKey }) }
  await answer(api.POST(path, { params: { path: { org_id, id } }, body }))
}
