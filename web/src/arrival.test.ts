import { describe, expect, it } from 'vitest'
import { addressOf, arrival } from './arrival'

const cases: readonly (readonly [
  what: string,
  address: string,
  shown: string,
  said: Record<string, string>,
])[] = [
  ['the root', '/', '/app/home', {}],
  ['the app', '/app', '/app/home', {}],
  ['a page', '/app/org/7/members?filter=x', '/app/org/7/members?filter=x', {}],
  ['an address of other clients', '/#/vault?organizationId=7', '/app/vault?organizationId=7', {}],
  ['one nobody knows', '/#/nothing', '/app/home', {}],
  ['one after the app', '/app/#/organizations/7/members', '/app/org/7/members', {}],
  [
    'a mailed link',
    '/#/verify-email?userId=1&token=a.b',
    '/app/verify-email',
    { userId: '1', token: 'a.b' },
  ],
  [
    'an invitation',
    '/#/accept-organization?email=a%40b.c&token=x%2By',
    '/app/join/organization',
    { email: 'a@b.c', token: 'x+y' },
  ],
  [
    'a question in a parameter',
    '/#/accept-emergency?name=why?&token=t',
    '/app/join/emergency',
    { name: 'why?', token: 't' },
  ],
  ['a Send', '/#/send/abc/k-e_y', '/app/send/abc', { key: 'k-e_y' }],
  ['an operator’s link', '/app/admin/login?token=t', '/app/admin/login', { token: 't' }],
  [
    'the mailed link of a registration',
    '/redirect-connector.html#finish-signup?token=t&email=a%40b.c',
    '/app/signup/finish',
    { token: 't', email: 'a@b.c' },
  ],
  ['a redirect to another site', '/redirect-connector.html#https://example.com', '/app/home', {}],
  [
    'an answer of a service',
    '/duo-redirect-connector.html?code=c&state=s',
    '/app/connector/duo',
    {},
  ],
  [
    'a frame of a client',
    '/webauthn-fallback-connector.html?data=x',
    '/app/connector/webauthn',
    {},
  ],
]

describe('whoever comes in', () => {
  it.each(cases)('by %s', (_, address, shown, said) => {
    const found = arrival(new URL(address, 'https://vault.example.com'))
    expect(addressOf(found)).toBe(shown)
    expect(Object.fromEntries(found.said)).toEqual(said)
  })
})
