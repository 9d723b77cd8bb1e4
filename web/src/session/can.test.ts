import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Action, CAN } from '../api'
import { can, type Organization } from './can'

const organization = (type: number, permissions: Record<string, boolean> = {}, status = 2) =>
  ({ type, status, permissions }) as unknown as Organization

const [OWNER, ADMIN, USER, CUSTOM] = [0, 1, 2, 4]

describe('the table of permissions', () => {
  const may = { manageUsers: true, managePolicies: true }
  const cases: [string, Action, Organization, boolean, boolean][] = [
    ['an owner', 'api-keys.manage', organization(OWNER), false, true],
    ['an admin, of what is an owner’s', 'api-keys.manage', organization(ADMIN), false, false],
    ['an admin', 'members.manage', organization(ADMIN), false, true],
    ['a custom role with the right', 'members.manage', organization(CUSTOM, may), false, true],
    [
      'with another',
      'members.manage',
      organization(CUSTOM, { managePolicies: true }),
      false,
      false,
    ],
    ['denied it', 'members.manage', organization(CUSTOM, { manageUsers: false }), false, false],
    ['any custom role', 'organization.leave', organization(CUSTOM), false, true],
    ['a member', 'organization.leave', organization(USER), false, true],
    ['a member, of more', 'members.manage', organization(USER, may), false, false],
    ['somebody of no known role', 'organization.leave', organization(3), false, false],
    ['an owner who was revoked', 'organization.leave', organization(OWNER, {}, -1), false, false],
    ['an owner who only accepted', 'api-keys.manage', organization(OWNER, {}, 1), false, false],
    ['a provider', 'members.manage', organization(USER), true, true],
    ['a provider, of what is an owner’s', 'api-keys.manage', organization(OWNER), true, false],
    ['nobody of what is the operator’s', 'organization.operate', organization(OWNER), false, false],
  ]
  it.each(cases)('and %s', (_, action, of, throughProvider, expected) => {
    expect(can(of, action, throughProvider)).toBe(expected)
  })
})

describe('the table the server writes', () => {
  const columns: [string, (action: Action) => boolean][] = [
    ['owner', (action) => can(organization(OWNER), action)],
    ['admin', (action) => can(organization(ADMIN), action)],
    ['custom', (action) => can(organization(CUSTOM), action)],
    ['+events', (action) => can(organization(CUSTOM, { accessEventLogs: true }), action)],
    ['+policies', (action) => can(organization(CUSTOM, { managePolicies: true }), action)],
    ['+users', (action) => can(organization(CUSTOM, { manageUsers: true }), action)],
    ['+groups', (action) => can(organization(CUSTOM, { manageGroups: true }), action)],
    ['+edit', (action) => can(organization(CUSTOM, { editAnyCollection: true }), action)],
    ['+scim', (action) => can(organization(CUSTOM, { manageScim: true }), action)],
    ['user', (action) => can(organization(USER), action)],
    ['provider', (action) => can(organization(USER), action, true)],
  ]
  const matrix = join(import.meta.dirname, '../../../docs/authz-matrix.txt')
  const [head = '', ...lines] = readFileSync(matrix, 'utf8').trim().split('\n')
  const names = head.split(/\s+/).slice(1)

  it('has no standing this app does not know', () => {
    expect(names).toEqual([...columns.map(([name]) => name), 'operator'])
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(Object.keys(CAN))
  })

  it.each(lines)('%s', (line) => {
    const [action, ...cells] = line.split(/\s+/)
    const found = columns.map(([, ask]) => (ask(action as Action) ? 'yes' : '-'))
    expect(found).toEqual(cells.slice(0, columns.length))
  })
})
