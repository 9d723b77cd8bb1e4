import { describe, expect, test } from 'vitest'
import { EVERYBODY, requirements, rulesOf, strictest } from './requirements'

const missing = (rules: Parameters<typeof requirements>[0], password: string, score: number) =>
  requirements(rules, password, score)
    .filter(({ isMet }) => !isMet)
    .map(({ what }) => what)

describe('requirements', () => {
  const all = rulesOf({
    minLength: 14,
    minComplexity: 3,
    requireUpper: true,
    requireLower: true,
    requireNumbers: true,
    requireSpecial: true,
  })
  const cases: readonly [string, typeof EVERYBODY, string, number, string[]][] = [
    ['twelve letters are enough for everybody', EVERYBODY, 'abcdefghijkl', 0, []],
    ['eleven are not', EVERYBODY, 'abcdefghijk', 4, ['length']],
    ['a letter of two code units is one', EVERYBODY, '🔑'.repeat(11), 4, ['length']],
    [
      'a policy asks for all it names',
      all,
      'abc',
      1,
      ['length', 'strength', 'upper', 'digits', 'signs'],
    ],
    ['accented letters are letters', all, 'Élan de la forêt 7', 4, []],
    ['capitals alone lack small ones', all, 'CAPITALS ONLY 7!', 4, ['lower']],
  ]
  test.each(cases)('%s', (_, rules, password, score, expected) => {
    expect(missing(rules, password, score)).toEqual(expected)
  })

  test('of several, the stricter counts, whatever the order', () => {
    const long = rulesOf({ minLength: 16, requireUpper: true })
    const hard = rulesOf({ minLength: 13, minComplexity: 4, requireSpecial: true })
    const both = rulesOf({
      minLength: 16,
      minComplexity: 4,
      requireUpper: true,
      requireSpecial: true,
    })
    expect(strictest([])).toEqual(EVERYBODY)
    expect(strictest([long, hard])).toEqual(both)
    expect(strictest([hard, long])).toEqual(both)
  })

  test('no policy asks for less than we do', () => {
    expect(rulesOf({ minLength: 6 }).minLength).toBe(12)
    expect(rulesOf({ minLength: null })).toEqual(EVERYBODY)
  })
})
