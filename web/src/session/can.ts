import { type Action, CAN, type Schema } from '../api'

/** An organization as the profile has it. */
export type Organization = Schema['ProfileOrganizationResponse']

/** The roles of members, by the protocol's number. */
const ROLES: Readonly<Record<number, 'owner' | 'admin' | 'user' | 'custom'>> = {
  0: 'owner',
  1: 'admin',
  2: 'user',
  4: 'custom',
}

const CONFIRMED = 2

/**
 * Whether the person may do something in the organization, or their provider when they come through
 * it. The server decides; this only keeps people from being offered what it would refuse.
 */
export function can(organization: Organization, action: Action, throughProvider = false): boolean {
  const who: readonly string[] = CAN[action]
  if (throughProvider) return who.includes('provider')
  const role = ROLES[organization.type]
  if (organization.status !== CONFIRMED || !role) return false
  if (who.includes(role)) return true
  const { permissions } = organization
  const held = Object.keys(permissions).filter((right) => permissions[right] === true)
  return role === 'custom' && held.some((right) => who.includes(`custom:${right}`))
}
