import { expect, test } from 'vitest'
import { isLow } from './derivation'

test('low is what is guessed cheaper than what is recommended', () => {
  const argon2id = (iterations: number, memory: number) => ({
    kdfType: 1,
    iterations,
    memory,
    parallelism: 4,
  })
  const pbkdf2 = (iterations: number) => ({ kdfType: 0, iterations })
  const cases: [string, Parameters<typeof isLow>[0], boolean][] = [
    ['what new accounts get', pbkdf2(600_000), false],
    ['what accounts of years ago got', pbkdf2(100_000), true],
    ['what is recommended', argon2id(3, 64), false],
    ['fewer rounds over more memory', argon2id(2, 128), false],
    ['the least that is used at all', argon2id(2, 16), true],
  ]
  for (const [what, kdf, expected] of cases) expect(isLow(kdf), what).toBe(expected)
})
