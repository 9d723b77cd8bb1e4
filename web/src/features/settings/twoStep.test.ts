import { expect, test } from 'vitest'
import { inGroups, otpauth } from './twoStep'

test('an app reads who the key is for, whatever their address holds', () => {
  const url = new URL(otpauth('Wardstead', 'a+b:c@example.com', 'ABCDEFGH'))
  expect(url.protocol).toBe('otpauth:')
  expect(url.href).toContain('Wardstead:a%2Bb%3Ac%40example.com')
  expect(url.searchParams.get('secret')).toBe('ABCDEFGH')
  expect(url.searchParams.get('issuer')).toBe('Wardstead')
})

test('keys are read in groups of four', () => {
  const cases = [
    ['ABCDEFGH', 'ABCD EFGH'],
    ['ABCDEFGHI', 'ABCD EFGH I'],
    ['ABC', 'ABC'],
    ['', ''],
  ] as const
  for (const [text, expected] of cases) expect(inGroups(text)).toBe(expected)
})
