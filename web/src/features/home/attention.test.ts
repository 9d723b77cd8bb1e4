import { describe, expect, test } from 'vitest'
import { format, text } from '../../i18n'
import type { Organization, Profile } from '../../session'
import { attention, type Facts } from './attention'

type Who = Pick<Profile, 'organizations' | 'twoFactorEnabled' | 'unreadable'>

const now = new Date('2026-06-01T00:00:00Z')
const calm: Facts = { isDerivationLow: false, waiting: new Map(), licenses: new Map(), now }
const organization = (more: object = {}) =>
  ({ id: 'a', name: 'Acme', enabled: true, status: 2, ...more }) as Organization
const profile = (more: object = {}) =>
  ({ organizations: [organization()], twoFactorEnabled: true, unreadable: [], ...more }) as Who

const ends = (day: string) => new Map([['a', { ends: day, until: '2026-09-01T00:00:00Z' }]])

describe('what needs the person', () => {
  const cases: [string, Who, Facts, string[]][] = [
    ['nothing, when all is well', profile(), calm, []],
    ['a second step', profile({ twoFactorEnabled: false }), calm, ['warn twoStep']],
    ['a weak derivation', profile(), { ...calm, isDerivationLow: true }, ['warn derivation']],
    [
      'a place that is to be confirmed, and nothing else of that organization',
      profile({ organizations: [organization({ status: 1, enabled: false })] }),
      calm,
      ['waiting own.a'],
    ],
    [
      'people who wait',
      profile(),
      { ...calm, waiting: new Map([['a', 2]]) },
      ['waiting waiting.a'],
    ],
    [
      'a licence that ends within the month',
      profile(),
      { ...calm, licenses: ends('2026-06-20T00:00:00Z') },
      ['warn license.a'],
    ],
    ['none that ends later', profile(), { ...calm, licenses: ends('2026-08-20T00:00:00Z') }, []],
    [
      'one in its grace',
      profile(),
      { ...calm, licenses: ends('2026-05-20T00:00:00Z') },
      ['bad license.a'],
    ],
    [
      'a stopped organization, once, and the worst first',
      profile({ organizations: [organization({ enabled: false })], twoFactorEnabled: false }),
      { ...calm, licenses: ends('2026-05-20T00:00:00Z') },
      ['bad disabled.a', 'warn twoStep'],
    ],
    [
      'a key that could not be opened',
      profile({ unreadable: [{ reason: 'refused', object: 'organizationKey', id: 'a' }] }),
      calm,
      ['bad unreadable.a'],
    ],
  ]
  test.each(cases)('%s', (_, who, facts, expected) => {
    const found = attention(who, facts, text(), format('en'))
    expect(found.map(({ tone, id }) => `${tone} ${id}`)).toEqual(expected)
  })
})
