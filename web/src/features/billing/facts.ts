import type { Format, Messages } from '../../i18n'
import type { Fact } from '../../ui'
import type { Connection, Subscription } from './queries'

type Words = Messages['billing']

const DAY = 86_400_000
/** From so many days before its end, a licence's end is announced. */
const SOON = 30

/** How far a licence is from its end. */
export type Standing =
  | { kind: 'endless' | 'valid' }
  | { kind: 'soon'; days: number }
  | { kind: 'grace'; expired: string; end: string }
  | { kind: 'readOnly'; expired: string }

/** How far the licence is from its end at `now`; days are counted whole, the last one as one. */
export function standing(row: Subscription, now = Date.now()): Standing {
  const end = row.expiration ?? null
  const due = row.expirationWithoutGracePeriod ?? end
  if (!due || !end) return { kind: 'endless' }
  if (now >= Date.parse(end)) return { kind: 'readOnly', expired: due }
  if (now >= Date.parse(due)) return { kind: 'grace', expired: due, end }
  const days = Math.ceil((Date.parse(due) - now) / DAY)
  return days <= SOON ? { kind: 'soon', days } : { kind: 'valid' }
}

/** How the seats are used, in words. */
export function seatsInWords(row: Subscription, words: Words, format: Format): string {
  return row.seats == null
    ? words.seatsUnlimited(row.occupiedSeats)
    : words.seats(row.occupiedSeats, format.number(row.seats))
}

/** The name of the plan as people know it. */
export const planName = (row: Subscription, words: Words): string =>
  words.tiers[row.plan.productTier] ?? row.plan.name

/**
 * Where the cloud shows the subscription that this server's licence comes from; its front page while
 * nothing says which organization that is. Null when this server does not know its cloud's address.
 */
export function cloudSubscription(
  { cloudVault }: Subscription,
  connection: Connection | null,
): string | null {
  if (!cloudVault) return null
  const config = connection?.config
  if (!config || !('CloudOrganizationId' in config)) return `${cloudVault}/`
  // every cloud that speaks the protocol knows this address
  return `${cloudVault}/#/organizations/${config.CloudOrganizationId}/billing/subscription`
}

/** What both roles tell of a subscription. */
export function commonFacts(row: Subscription, words: Words, format: Format): Fact[] {
  const seats: Fact = { term: words.seatsTerm, value: seatsInWords(row, words, format) }
  if (row.occupiedBySponsorships > 0) seats.note = words.bySponsorships(row.occupiedBySponsorships)
  return [
    { term: words.plan, value: planName(row, words) },
    { term: words.status, value: row.enabled ? words.enabled : words.disabled },
    seats,
  ]
}
