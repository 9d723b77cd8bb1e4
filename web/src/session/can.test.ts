import { describe, expect, it } from 'vitest'
import { admits, type Organization, type Who } from './can'

const organization = (type: number, permissions: Record<string, boolean> = {}, status = 2) =>
  ({ type, status, permissions }) as unknown as Organization

const [OWNER, ADMIN, USER, CUSTOM] = [0, 1, 2, 4]

describe('the table of permissions', () => {
  const owners: Who[] = ['owner', 'operator']
  const manage: Who[] = ['owner', 'admin', 'custom:manageUsers', 'provider']
  const members: Who[] = ['owner', 'admin', 'custom', 'user']
  const may = { manageUsers: true, managePolicies: true }
  const cases: [string, readonly Who[], Organization, boolean, boolean][] = [
    ['an owner', owners, organization(OWNER), false, true],
    ['an admin, of what is an owner’s', owners, organization(ADMIN), false, false],
    ['an admin', manage, organization(ADMIN), false, true],
    ['a custom role with the right', manage, organization(CUSTOM, may), false, true],
    ['one without it', manage, organization(CUSTOM, { managePolicies: true }), false, false],
    [
      'one with the right denied',
      manage,
      organization(CUSTOM, { manageUsers: false }),
      false,
      false,
    ],
    ['any custom role', members, organization(CUSTOM), false, true],
    ['a member', members, organization(USER), false, true],
    ['a member, of more', manage, organization(USER, may), false, false],
    ['nobody of no known role', members, organization(3), false, false],
    ['an owner who was revoked', owners, organization(OWNER, {}, -1), false, false],
    ['an owner who only accepted', owners, organization(OWNER, {}, 1), false, false],
    ['a provider', manage, organization(USER), true, true],
    ['a provider, of what is an owner’s', owners, organization(OWNER), true, false],
  ]
  it.each(cases)('and %s', (_, who, of, throughProvider, expected) => {
    expect(admits(who, of, throughProvider)).toBe(expected)
  })
})
