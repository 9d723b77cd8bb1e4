import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../i18n/en'
import { fr } from '../i18n/fr'
import type { Event } from './log'
import { type Names, tell } from './telling'

const ITEM = '11111111-2222-4333-8444-555555555555'

const names: Names = {
  person: new Map([['u1', 'Inès']]),
  member: new Map([['m1', 'Marc']]),
  policy: new Map([['p1', 13]]),
  installation: new Map([['i1', 'servers@acme.example']]),
}

const event = (more: object): Event =>
  ({ type: 1000, date: '2026-05-01T10:00:00Z', ...more }) as Event

const said = (more: object, text = en) => {
  const { who, what } = tell(event(more), '1', names, text)
  return [who, what]
}

describe('an event in words', () => {
  it.each([
    ['somebody known', { actingUserId: 'u1' }, 'Inès', 'Inès logged in.'],
    ['who is gone', { actingUserId: 'u9' }, 'A former member', 'A former member logged in.'],
    ['the server', { type: 9021, systemUser: 9 }, 'The server', 'The server applied a license.'],
    [
      'a server of an installation',
      { type: 9020, installationId: ITEM },
      'The server with installation 11111111',
      'The server with installation 11111111 downloaded the license.',
    ],
    [
      'a server whose operator is known',
      { type: 9020, installationId: 'i1' },
      'The server of servers@acme.example',
      'The server of servers@acme.example downloaded the license.',
    ],
    ['nobody named', { type: 9002 }, 'Not recorded', /^Somebody redeemed/],
    [
      'an item',
      { type: 1107, actingUserId: 'u1', cipherId: ITEM },
      'Inès',
      'Inès looked at item 11111111.',
    ],
    ['some item', { type: 1107, actingUserId: 'u1' }, 'Inès', 'Inès looked at an item.'],
    [
      'a member',
      { type: 1501, actingUserId: 'u1', organizationUserId: 'm1' },
      'Inès',
      'Inès confirmed Marc.',
    ],
    [
      'a member who is gone',
      { type: 1503, actingUserId: 'u1', organizationUserId: 'm9' },
      'Inès',
      'Inès removed a former member.',
    ],
    [
      'a policy',
      { type: 1700, actingUserId: 'u1', policyId: 'p1' },
      'Inès',
      'Inès changed the policy “No free Families organizations”.',
    ],
    ['an unknown kind', { type: 8888, actingUserId: 'u1' }, 'Inès', 'Inès: event 8888.'],
  ])('names %s', (_, more, who, what) => {
    const [by, sentence] = said(more)
    expect(by).toBe(who)
    expect(sentence).toEqual(what instanceof RegExp ? expect.stringMatching(what) : what)
  })

  it('keeps device, address and the whole id of what it is about', () => {
    const more = { type: 1107, cipherId: ITEM, deviceType: 10, ipAddress: '192.0.2.7' }
    expect(tell(event(more), '1', names, en)).toMatchObject({
      device: 'Web app in Firefox',
      address: '192.0.2.7',
      subject: ITEM,
      area: 'items',
    })
  })
})

describe('every kind the server records', () => {
  const kinds = readFileSync('../crates/domain/src/events.rs', 'utf8')
  const numbers = [...kinds.matchAll(/^ {4}\w+ = (\d+), "/gm)].map(([, number]) => Number(number))

  it('is found in its list', () => expect(numbers.length).toBeGreaterThan(80))

  it.each([
    ['English', en, 'Inès: event'],
    ['French', fr, 'Inès\u00a0: événement'],
  ])('has words in %s', (_, text, neutral) => {
    const wordless = numbers.filter((type) =>
      said({ type, actingUserId: 'u1' }, text)[1]?.startsWith(neutral),
    )
    expect(wordless).toEqual([])
  })

  it('belongs to an area', () => {
    const stray = numbers.filter((type) => tell(event({ type }), '1', names, en).area === 'other')
    expect(stray).toEqual([])
  })
})
