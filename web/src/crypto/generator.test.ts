// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomBelow } from './chance'
import {
  generatePassphrase,
  generatePassword,
  PASSPHRASE_DEFAULTS,
  PASSWORD_DEFAULTS,
  type PasswordOptions,
} from './generator'
import { wordList } from './words'

afterEach(() => void vi.restoreAllMocks())

/** The next draws of 32 bits. */
function draws(...values: number[]): void {
  vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation((array) => {
    ;(array as unknown as Uint32Array)[0] = values.shift() ?? 0
    return array
  })
}

describe('chance', () => {
  it('throws away what would favour some numbers', () => {
    // 2³² is 429496729 times 10, and 6 more
    const cases: [string, number[], number, number][] = [
      ['the first', [0], 10, 0],
      ['the last fair one', [4294967289], 10, 9],
      ['one too many', [4294967290, 7], 10, 7],
      ['the largest', [4294967295, 4294967291, 13], 10, 3],
      ['a power of two, where all are fair', [4294967295], 8, 7],
    ]
    for (const [name, values, below, expected] of cases) {
      draws(...values)
      expect(randomBelow(below), name).toBe(expected)
    }
  })

  it('reaches every number', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => randomBelow(10)))
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

describe('a password', () => {
  const none = { lowercase: false, uppercase: false, digits: false, symbols: false }
  const cases: [string, Partial<PasswordOptions>, RegExp][] = [
    ['by default', {}, /^[A-Za-z0-9!@#$%^&*]{18}$/],
    ['of digits alone', { ...none, digits: true, length: 6 }, /^\d{6}$/],
    ['of capitals alone', { ...none, uppercase: true }, /^[A-Z]{18}$/],
    ['of nothing', none, /^[a-z]{18}$/],
    ['too short', { length: 1 }, /^.{5}$/],
    ['too long', { length: 1000 }, /^.{128}$/],
    ['of no length', { length: Number.NaN }, /^.{5}$/],
    ['with many digits', { minDigits: 5 }, /(.*\d){5}/],
    ['with many symbols', { minSymbols: 5 }, /(.*[!@#$%^&*]){5}/],
    ['that grows to keep its rule', { length: 5, minDigits: 9, minSymbols: 9 }, /^.{20}$/],
    ['unambiguous', { avoidAmbiguous: true, length: 128 }, /^[^lI1O0]{128}$/],
  ]
  it.each(cases)('%s', (_, options, expected) => {
    for (let time = 0; time < 50; time++)
      expect(generatePassword({ ...PASSWORD_DEFAULTS, ...options })).toMatch(expected)
  })

  it('has every kind that is asked for', () => {
    for (let time = 0; time < 200; time++) {
      const password = generatePassword({ ...PASSWORD_DEFAULTS, length: 5 })
      for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*]/]) expect(password).toMatch(kind)
    }
  })
})

describe('a passphrase', () => {
  it('is made of words of the list', async () => {
    const list = await wordList()
    expect(list).toHaveLength(7776)
    const words = (await generatePassphrase({ ...PASSPHRASE_DEFAULTS, separator: ' ' })).split(' ')
    expect(words).toHaveLength(6)
    for (const word of words) expect(list).toContain(word)
  })

  it('follows its options', async () => {
    const options = { words: 4, separator: '.', capitalize: true, includeNumber: true }
    const phrase = await generatePassphrase(options)
    expect(phrase.split('.')).toHaveLength(4)
    expect(phrase.match(/\d/g)).toHaveLength(1)
    for (const word of phrase.split('.')) expect(word).toMatch(/^[A-Z][a-z-]*\d?$/)
    const short = await generatePassphrase({ ...options, words: 0 })
    expect(short.split('.')).toHaveLength(3)
  })
})
