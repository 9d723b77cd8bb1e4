import { expect, test } from 'vitest'
import { format, text } from '../../i18n'
import { needs } from './attention'
import type { HeldLicense } from './licenses/queries'
import type { OrganizationLine } from './organizations/queries'
import type { Overview } from './queries'

const NOW = Date.parse('2026-11-21T12:00:00Z')

const overview = (jobs: object, mails: object) => ({ jobs, mails }) as Overview
const calm = overview({ waiting: 3, running: 1, givenUp: 0 }, { waiting: 2, kept: 0, givenUp: 0 })

const organization = (id: string, syncFailures: number) =>
  ({ id, name: `Org ${id}`, syncFailures, lastSync: null }) as OrganizationLine

const license = (id: string, expires: string, rules = 0) =>
  ({
    organizationId: id,
    organizationName: `Org ${id}`,
    expires,
    problems: Array.from({ length: rules }, () => ({ code: 'x', message: 'No.' })),
  }) as unknown as HeldLicense

const found = (more: Partial<Parameters<typeof needs>[0]>) =>
  needs(
    { overview: calm, licenses: [], organizations: [], findings: [], ...more },
    text(),
    format('en'),
    NOW,
  )

test('waiting work and licences in order need nobody', () => {
  expect(
    found({
      licenses: [license('a', '2028-01-01T00:00:00Z')],
      organizations: [organization('a', 0)],
    }),
  ).toEqual([])
})

test('each need leads to where it can be mended, the worst first', () => {
  const said = found({
    overview: overview({ givenUp: 2 }, { kept: 1, givenUp: 1 }),
    licenses: [license('b', '2026-11-28T12:00:00Z'), license('c', '2026-11-01T00:00:00Z')],
    organizations: [organization('a', 3)],
  })
  expect(said.map(({ tone, to }) => [tone, to])).toEqual([
    ['bad', '/admin/organizations/a?tab=connections'],
    ['bad', '/admin/organizations/c?tab=license'],
    ['warn', '/admin/organizations/b?tab=license'],
    ['warn', '/admin/jobs?q=state:givenUp'],
    ['warn', '/admin/mail?q=state:givenUp'],
    ['warn', '/admin/mail?q=state:kept'],
  ])
  expect(said[0]?.say).toBe('The last 3 syncs of Org a failed. No sync has succeeded yet.')
  expect(said[2]?.say).toBe('License of Org b: expires within 7 days.')
})

test('five of a kind are named, the rest is counted', () => {
  const many = Array.from({ length: 8 }, (_, n) => organization(String(n), n + 1))
  const said = found({ organizations: many })
  expect(said.map(({ id }) => id)).toEqual([
    'sync 7',
    'sync 6',
    'sync 5',
    'sync 4',
    'sync 3',
    'syncs',
  ])
  expect(said.at(-1)?.say).toBe('The syncs of 3 more organizations fail.')
})
