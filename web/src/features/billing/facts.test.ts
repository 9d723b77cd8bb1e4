import { describe, expect, it } from 'vitest'
import { cloudSubscription, standing } from './facts'
import type { Connection, Subscription } from './queries'

const NOW = Date.parse('2026-06-01T12:00:00Z')
const row = (expirationWithoutGracePeriod: string | null, expiration: string | null) =>
  ({ expiration, expirationWithoutGracePeriod }) as Subscription

describe('how far a licence is from its end', () => {
  it.each([
    ['has none', null, null, { kind: 'endless' }],
    ['far', '2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z', { kind: 'valid' }],
    ['31 days', '2026-07-02T12:00:00Z', '2026-08-31T12:00:00Z', { kind: 'valid' }],
    ['30 days', '2026-07-01T12:00:00Z', '2026-08-30T12:00:00Z', { kind: 'soon', days: 30 }],
    ['an hour', '2026-06-01T13:00:00Z', '2026-07-31T12:00:00Z', { kind: 'soon', days: 1 }],
    [
      'past, in grace',
      '2026-06-01T12:00:00Z',
      '2026-07-31T12:00:00Z',
      { kind: 'grace', expired: '2026-06-01T12:00:00Z', end: '2026-07-31T12:00:00Z' },
    ],
    [
      'past its grace',
      '2026-04-01T12:00:00Z',
      '2026-06-01T12:00:00Z',
      { kind: 'readOnly', expired: '2026-04-01T12:00:00Z' },
    ],
  ])('%s', (_, due, end, expected) => {
    expect(standing(row(due, end), NOW)).toEqual(expected)
  })
})

describe('where the cloud shows the subscription', () => {
  const cloud = (cloudVault: string | null) => ({ cloudVault }) as Subscription
  const connected = { config: { CloudOrganizationId: 'acme' } } as Connection
  it.each([
    ['unknown cloud', cloud(null), connected, null],
    ['not connected', cloud('https://cloud.example.com'), null, 'https://cloud.example.com/'],
    [
      'connected',
      cloud('https://cloud.example.com'),
      connected,
      'https://cloud.example.com/#/organizations/acme/billing/subscription',
    ],
  ])('%s', (_, row, connection, expected) => {
    expect(cloudSubscription(row, connection)).toBe(expected)
  })
})
