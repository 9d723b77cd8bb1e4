import { expect, test } from 'vitest'
import { Answered, serve } from '../../../test/server'
import { confirmAuthenticator, confirmEmail, inGroups, inLines, otpauth } from './twoStep'

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
  expect(inLines('ABCDEFGHIJKLMNOPQRSTUV')).toBe('ABCD EFGH IJKL MNOP\nQRST UV')
})

test('a code that does not fit is told at the field it was written in', async () => {
  const refusal = { message: 'The code is not valid. Try again.', code: 'wrong_code' }
  serve({
    'PUT /api/two-factor/authenticator': () => new Answered(400, refusal),
    'PUT /api/two-factor/email': () => new Answered(400, { ...refusal, code: 'expired' }),
  })
  const change = { token: '000000', userVerificationToken: 'ticket' }
  await expect(confirmAuthenticator({ key: 'ABCDEFGH', ...change })).rejects.toMatchObject({
    fields: { code: [refusal.message] },
  })
  await expect(confirmEmail({ email: 'a@example.com', ...change })).rejects.toMatchObject({
    fields: {},
  })
})
