import type { Schema } from '../api'

/** An organization as the profile has it. */
export type Organization = Schema['ProfileOrganizationResponse']

/** Who may do something, as the table of permissions has it: `custom:…` names the right it takes. */
export type Who =
  | 'owner'
  | 'admin'
  | 'user'
  | 'provider'
  | 'operator'
  | 'custom'
  | `custom:${string}`

/** The roles of members, by the protocol's number. */
const ROLES: Readonly<Record<number, 'owner' | 'admin' | 'user' | 'custom'>> = {
  0: 'owner',
  1: 'admin',
  2: 'user',
  4: 'custom',
}

const CONFIRMED = 2

/**
 * Whether the table admits the person to an action in the organization. The server decides; this
 * only keeps people from being offered what it would refuse.
 */
export function admits(
  who: readonly Who[],
  organization: Organization,
  throughProvider = false,
): boolean {
  if (throughProvider) return who.includes('provider')
  if (organization.status !== CONFIRMED) return false
  const role = ROLES[organization.type]
  if (!role) return false
  if (who.includes(role)) return true
  const { permissions } = organization
  return (
    role === 'custom' &&
    who.some(
      (one) => one.startsWith('custom:') && permissions[one.slice('custom:'.length)] === true,
    )
  )
}
