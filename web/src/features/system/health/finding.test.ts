import { expect, test } from 'vitest'
import { format, text } from '../../../i18n'
import { cureInWords, foundInWords, pageOf, worstFirst } from './finding'
import type { Finding } from './queries'

const finding = (more: Partial<Finding>): Finding => ({
  check: 'disk',
  state: 'ok',
  code: 'ok',
  values: {},
  detail: 'In the words of the server.',
  cure: null,
  since: '2026-11-21T12:00:00Z',
  ...more,
})
const found = (more: Partial<Finding>) => foundInWords(finding(more), text(), format('en'))

test('numbers of the server become sentences', () => {
  expect(found({ values: { free: '5500000000', total: '20000000000' } })).toBe(
    'Room left: 5.5 GB of 20 GB.',
  )
  expect(
    found({ check: 'jobs', state: 'warn', code: 'jobs_given_up', values: { givenUp: '1' } }),
  ).toBe('1 job failed too often and was given up.')
  expect(
    found({
      check: 'schedules',
      state: 'fail',
      code: 'schedules_late',
      values: { names: 'mail.send, new.one' },
    }),
  ).toBe('Late: Send letters and new.one.')
})

test('what the app has no words for is said in those of the server', () => {
  const strange = { state: 'fail', code: 'never_heard_of', cure: 'Do this.' }
  expect(found(strange)).toBe('In the words of the server.')
  expect(cureInWords(finding(strange), text())).toBe('Do this.')
  expect(cureInWords(finding({}), text())).toBeNull()
})

test('causes that syncs have too are cured in the same words', () => {
  const refused = finding({ check: 'reached', state: 'fail', code: 'cloud_unreachable' })
  expect(cureInWords(refused, text())).toBe(text().licensing.cure.cloud_unreachable)
  expect(pageOf(refused)).toBe('/admin/egress')
})

test('the worst comes first', () => {
  const said = worstFirst([
    finding({ check: 'a' }),
    finding({ check: 'b', state: 'fail', code: 'x' }),
    finding({ check: 'c', state: 'warn', code: 'y' }),
  ])
  expect(said.map(({ check }) => check)).toEqual(['b', 'c', 'a'])
})
