/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ours } from './shim'

const cases: readonly (readonly [string, string])[] = [
  ['login', '/login'],
  ['login?email=member%40example.com', '/login?email=member%40example.com'],
  ['login-with-passkey', '/login/passkey'],
  ['login-with-device', '/login/device'],
  ['2fa', '/login/2fa'],
  ['device-verification', '/login/new-device'],
  ['authentication-timeout', '/login'],
  ['sso?identifier=acme', '/login/sso?identifier=acme'],
  ['login-initiated', '/login/approval'],
  ['admin-approval-requested', '/login/approval'],
  ['set-initial-password', '/settings/security'],
  ['change-password', '/settings/security'],
  ['update-temp-password', '/settings/security'],
  ['signup', '/signup'],
  ['register', '/signup'],
  ['finish-signup?token=a.b_c&email=x', '/signup/finish?token=a.b_c&email=x'],
  ['finish-signup/?token=a', '/signup/finish?token=a'],
  ['signup-link-expired', '/signup/lapsed'],
  ['lock', '/lock'],
  ['hint', '/hint'],
  ['recover-2fa', '/recover/2fa'],
  ['recover-delete', '/recover/delete'],
  ['verify-recover-delete?userId=1&token=t', '/recover/delete?userId=1&token=t'],
  ['verify-recover-delete-org?token=t', '/recover/delete/organization?token=t'],
  ['verify-recover-delete-provider?token=t', '/recover/delete/provider?token=t'],
  ['verify-email?userId=1&token=t', '/verify-email?userId=1&token=t'],
  ['accept-organization?organizationId=1&token=t', '/join/organization?organizationId=1&token=t'],
  ['accept-emergency?id=1&token=t', '/join/emergency?id=1&token=t'],
  ['accept-families-for-enterprise?token=t', '/join/families?token=t'],
  ['setup/families-for-enterprise?token=t', '/join/families/redeem?token=t'],
  ['providers/accept-provider?providerId=1', '/join/provider?providerId=1'],
  ['providers/setup-provider?token=t', '/setup/provider?token=t'],
  ['providers/setup?token=t', '/setup/provider?token=t'],
  ['providers/setup-business-unit?token=t', '/setup/business-unit?token=t'],
  ['send/abc/k-e_y', '/send/abc?key=k-e_y'],
  ['send/abc/key?password=1', '/send/abc?key=key&password=1'],

  ['vault', '/vault'],
  ['vault?organizationId=7', '/vault?organizationId=7'],
  ['sends', '/sends'],
  ['reports/breach-report', '/reports'],
  ['tools/generator', '/tools/generator'],
  ['tools/import', '/tools/import'],
  ['tools/export', '/tools/export'],
  ['tools', '/tools/generator'],
  ['create-organization', '/org/new'],
  ['settings/account', '/settings/account'],
  ['settings/appearance', '/settings/appearance'],
  ['settings/preferences', '/settings/appearance'],
  ['settings/security/password', '/settings/security'],
  ['settings/security/two-factor', '/settings/two-step'],
  ['settings/security/device-management', '/settings/devices'],
  ['settings/domain-rules', '/settings/domain-rules'],
  ['settings/subscription/user-subscription', '/settings/subscription'],
  ['settings/emergency-access', '/settings/emergency'],
  ['settings/sponsored-families', '/settings/sponsorships'],

  ['organizations', '/home'],
  ['organizations/7', '/org/7/overview'],
  ['organizations/7/something-new', '/org/7/overview'],
  ['organizations/7/vault', '/org/7/collections'],
  ['organizations/7/members', '/org/7/members'],
  ['organizations/7/members/sponsored-families', '/org/7/sponsorships'],
  ['organizations/7/groups', '/org/7/groups'],
  ['organizations/7/access-intelligence', '/org/7/access'],
  ['organizations/7/reporting/events', '/org/7/events'],
  ['organizations/7/reporting/reports', '/org/7/reports'],
  ['organizations/7/billing/subscription', '/org/7/billing/subscription'],
  ['organizations/7/billing/payment-details', '/org/7/billing/payment'],
  ['organizations/7/billing/payment-method', '/org/7/billing/payment'],
  ['organizations/7/billing/history', '/org/7/billing/history'],
  ['organizations/7/settings/account', '/org/7/settings/general'],
  ['organizations/7/settings/policies', '/org/7/settings/policies'],
  ['organizations/7/settings/tools/import', '/org/7/settings/import'],
  ['organizations/7/settings/tools/export', '/org/7/settings/export'],
  ['organizations/7/settings/domain-verification', '/org/7/settings/domains'],
  ['organizations/7/settings/sso', '/org/7/settings/sso'],
  ['organizations/7/settings/scim', '/org/7/settings/scim'],
  ['organizations/7/settings/device-approvals', '/org/7/settings/devices'],

  ['providers/7', '/provider/7/overview'],
  ['providers/7/clients', '/provider/7/clients'],
  ['providers/7/manage/people', '/provider/7/members'],
  ['providers/7/manage/events', '/provider/7/events'],
  ['providers/7/billing/subscription', '/provider/7/billing/subscription'],
  ['providers/7/billing/payment-details', '/provider/7/billing/payment'],
  ['providers/7/billing/history', '/provider/7/billing/history'],
  ['providers/7/settings/account', '/provider/7/settings'],
]

describe('an address behind /#/', () => {
  it.each(cases)('%s leads to %s', (theirs, own) => {
    expect(ours(`#/${theirs}`)).toBe(own)
  })

  it('is also known as connectors write it, without the slash', () => {
    expect(ours('#finish-signup?token=t&email=e')).toBe('/signup/finish?token=t&email=e')
  })

  it.each(['', '#', '#/', '#/nothing', '#/send/abc', '#/log-in'])('%j is nobody’s', (hash) => {
    expect(ours(hash)).toBeNull()
  })
})

describe('the letters of the server', () => {
  const folder = join(import.meta.dirname, '../../crates/app/src')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.rs') && !file.includes('tests'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const links = sources.flatMap((text) =>
    [...text.matchAll(/"\/(#\/[^"?\\]*)/g)].map(([, link = '']) => link.replace(/\{[^}]*\}/g, '7')),
  )

  it('are found', () => {
    expect(links.length).toBeGreaterThan(5)
  })

  it.each([...new Set(links)])('%s leads somewhere', (link) => {
    expect(ours(link)).not.toBeNull()
  })
})
