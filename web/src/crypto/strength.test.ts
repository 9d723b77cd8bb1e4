// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en'
import { strengthOperations } from './operations/strength'

const { strength } = strengthOperations()

describe('the strength of a password', () => {
  const weak = 1
  const cases: [string, string, string[], (score: number) => boolean, string | null][] = [
    ['nothing', '', [], (score) => score === 0, null],
    ['the best known', '123456', [], (score) => score === 0, 'topTen'],
    ['an English word', 'encyclopedia', [], (score) => score <= weak, null],
    ['a French word', 'bibliothèque', [], (score) => score <= weak, null],
    ['several words', 'correct horse battery staple', [], (score) => score === 4, null],
    ['chance', 'k#9vQ2!mZr7w', [], (score) => score === 4, null],
    ['a name nobody knows', 'wintergruenling', [], (score) => score > weak, null],
    ['the person’s own', 'wintergruenling', ['wintergruenling@example.com'], (s) => s === 0, null],
  ]
  it.each(cases)('of %s', async (_, password, about, expected, warning) => {
    const found = await strength(password, about)
    expect(found.score).toSatisfy(expected)
    if (warning) expect(found.warning).toBe(warning)
  })

  it('is said in words the catalogue has', async () => {
    const { warnings, suggestions } = en.session.strength
    for (const password of ['123456', 'aaaaaa', 'abcabcabc', 'qwerty', 'P@ssw0rd', '12.03.1987']) {
      const found = await strength(password)
      expect(found.suggestions.every((key) => key in suggestions)).toBe(true)
      expect(found.warning === null || found.warning in warnings).toBe(true)
    }
  })
})
