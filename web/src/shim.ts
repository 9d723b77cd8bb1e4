import { paths } from './paths'

const { front, organization, settings, vault } = paths

/** Our path for what stood behind an address, given the parts of it that are names of things. */
type Ours = (...names: string[]) => string

const to =
  (path: string): Ours =>
  () =>
    path

/** A page of a Send keeps the key that opens it, which no server ever sees. */
const send: Ours = (id, key) => `/send/${id}?${new URLSearchParams({ key: key ?? '' })}`

/**
 * The addresses behind `/#/` that mails and other clients open, and ours for each. `:name` is the name
 * of a thing; what is longer than the last row that fits leads where that row does.
 */
const TABLE: readonly (readonly [string, Ours])[] = [
  ['login', front.login],
  ['login-with-passkey', to('/login/passkey')],
  ['login-with-device', to('/login/device')],
  ['2fa', front.twoStep],
  ['device-verification', front.newDevice],
  ['authentication-timeout', front.login],
  ['sso', to('/login/sso')],
  ['login-initiated', to('/login/approval')],
  ['admin-approval-requested', to('/login/approval')],
  ['set-initial-password', settings.security],
  ['change-password', settings.security],
  ['update-temp-password', settings.security],
  ['signup', front.signup],
  ['register', front.signup],
  ['finish-signup', front.finishSignup],
  ['signup-link-expired', front.signupLapsed],
  ['lock', front.lock],
  ['hint', front.hint],
  ['recover-2fa', front.recoverTwoStep],
  ['recover-delete', front.recoverDelete],
  ['verify-recover-delete', front.recoverDelete],
  ['verify-recover-delete-org', to('/recover/delete/organization')],
  ['verify-recover-delete-provider', to('/recover/delete/provider')],
  ['verify-email', front.verifyEmail],
  ['accept-organization', front.joinOrganization],
  ['accept-emergency', to('/join/emergency')],
  ['accept-families-for-enterprise', front.joinFamilies],
  ['setup/families-for-enterprise', front.redeemFamilies],
  ['providers/accept-provider', to('/join/provider')],
  ['providers/setup-provider', to('/setup/provider')],
  ['providers/setup-business-unit', to('/setup/business-unit')],
  ['providers/setup', to('/setup/provider')],
  ['send/:id/:key', send],

  ['vault', vault.items],
  ['sends', to('/sends')],
  ['reports', to('/reports')],
  ['tools/generator', vault.generator],
  ['tools/import', to('/tools/import')],
  ['tools/export', to('/tools/export')],
  ['tools', vault.generator],
  ['create-organization', paths.newOrganization],
  ['settings/security/two-factor', settings.twoStep],
  ['settings/security/device-management', settings.devices],
  ['settings/security', settings.security],
  ['settings/appearance', settings.appearance],
  ['settings/preferences', settings.appearance],
  ['settings/domain-rules', to('/settings/domain-rules')],
  ['settings/emergency-access', to('/settings/emergency')],
  ['settings/sponsored-families', settings.sponsorships],
  ['settings/subscription', settings.subscription],
  ['settings', settings.account],

  ['organizations/:id/vault', (id) => `/org/${id}/collections`],
  ['organizations/:id/members/sponsored-families', (id = '') => organization.sponsorships(id)],
  ['organizations/:id/members', (id = '') => organization.members(id)],
  ['organizations/:id/groups', (id) => `/org/${id}/groups`],
  ['organizations/:id/access-intelligence', (id) => `/org/${id}/access`],
  ['organizations/:id/reporting/events', (id = '') => organization.events(id)],
  ['organizations/:id/reporting', (id) => `/org/${id}/reports`],
  ['organizations/:id/billing/payment-details', (id) => `/org/${id}/billing/payment`],
  ['organizations/:id/billing/payment-method', (id) => `/org/${id}/billing/payment`],
  ['organizations/:id/billing/history', (id) => `/org/${id}/billing/history`],
  ['organizations/:id/billing', (id = '') => organization.subscription(id)],
  ['organizations/:id/settings/policies', (id = '') => organization.policies(id)],
  ['organizations/:id/settings/tools/import', (id) => `/org/${id}/settings/import`],
  ['organizations/:id/settings/tools/export', (id) => `/org/${id}/settings/export`],
  ['organizations/:id/settings/domain-verification', (id) => `/org/${id}/settings/domains`],
  ['organizations/:id/settings/sso', (id) => `/org/${id}/settings/sso`],
  ['organizations/:id/settings/scim', (id) => `/org/${id}/settings/scim`],
  ['organizations/:id/settings/device-approvals', (id) => `/org/${id}/settings/devices`],
  ['organizations/:id/settings', (id = '') => organization.settings(id)],
  ['organizations/:id', (id = '') => organization.overview(id)],
  ['organizations', paths.home],

  ['providers/:id/clients', (id) => `/provider/${id}/clients`],
  ['providers/:id/manage/events', (id) => `/provider/${id}/events`],
  ['providers/:id/manage', (id) => `/provider/${id}/members`],
  ['providers/:id/billing/payment-details', (id) => `/provider/${id}/billing/payment`],
  ['providers/:id/billing/history', (id) => `/provider/${id}/billing/history`],
  ['providers/:id/billing', (id) => `/provider/${id}/billing/subscription`],
  ['providers/:id/settings', (id) => `/provider/${id}/settings`],
  ['providers/:id', (id) => `/provider/${id}/overview`],
]

const ROWS = TABLE.map(([pattern, ours]) => ({ parts: pattern.split('/'), ours }))

/** The names in `parts` where `pattern` has them; none when it does not fit. */
function names(pattern: readonly string[], parts: readonly string[]): string[] | null {
  if (parts.length < pattern.length) return null
  const found: string[] = []
  for (const [at, wanted] of pattern.entries()) {
    const part = parts[at] ?? ''
    if (wanted.startsWith(':')) found.push(part)
    else if (wanted !== part) return null
  }
  return found
}

/**
 * Our path for the `#/…` of an address that mails and other clients open, with its parameters; null for
 * one nobody knows.
 */
export function ours(hash: string): string | null {
  const [, path, query] = /^#\/?([^?]*)\??(.*)$/.exec(hash) ?? []
  const parts = (path ?? '').split('/').filter(Boolean)
  for (const row of ROWS) {
    const found = names(row.parts, parts)
    if (!found) continue
    const path = row.ours(...found)
    if (!query) return path
    return `${path}${path.includes('?') ? '&' : '?'}${query}`
  }
  return null
}
