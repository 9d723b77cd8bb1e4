import { expect, test } from 'vitest'
import { standing } from './standing'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const license = (expires: string | null, due: string | null, rules = 0) => ({
  expires,
  expiresWithoutGrace: due,
  refresh: null,
  problems: Array.from({ length: rules }, (_, n) => ({ code: `rule${n}`, message: 'No.' })),
})

test('a licence is judged by its end, its paid period and its rules', () => {
  expect(standing(license(null, null), NOW)).toEqual({ kind: 'ok' })
  expect(standing(license('2028-01-20T00:00:00Z', '2027-11-21T00:00:00Z'), NOW)).toEqual({
    kind: 'ok',
  })
  expect(standing(license('2026-11-21T12:00:00Z', null), NOW)).toEqual({ kind: 'expired' })
  expect(standing(license('2027-01-01T00:00:00Z', '2026-11-01T00:00:00Z'), NOW)).toEqual({
    kind: 'grace',
  })
  expect(standing(license('2028-01-20T00:00:00Z', null, 2), NOW)).toEqual({
    kind: 'invalid',
    rules: 2,
  })
})

test('the last days are counted whole, and said from thirty on', () => {
  expect(standing(license('2026-11-21T13:00:00Z', null), NOW)).toEqual({ kind: 'soon', days: 1 })
  expect(standing(license('2026-12-21T12:00:00Z', null), NOW)).toEqual({ kind: 'soon', days: 30 })
  expect(standing(license('2026-12-21T12:00:01Z', null), NOW)).toEqual({ kind: 'ok' })
})

test('past its end it is expired, whatever rules it fails besides', () => {
  expect(standing(license('2026-11-01T00:00:00Z', null, 1), NOW)).toEqual({ kind: 'expired' })
})
