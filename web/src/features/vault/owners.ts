import { useFormat } from '../../i18n'
import { useOrganizations } from '../../session'
import { collectionPlace, organizationPlace, type Place } from './places'
import { type Shelf, useNames } from './queries'
import type { Owner } from './writing'

/** An organization one may make items for, and the collections they may go into. */
export interface Taker {
  id: string
  name: string
  collections: readonly Shelf[]
}

/** The organizations the person may make items for, by name. */
export function useTakers(): readonly Taker[] {
  const { compare } = useFormat()
  const { collections } = useNames()
  return useOrganizations()
    .filter(({ enabled }) => enabled)
    .map(({ id, name }) => ({
      id,
      name,
      collections: collections.filter((one) => one.organizationId === id && one.adds),
    }))
    .filter((taker) => taker.collections.length > 0)
    .sort((a, b) => compare(a.name, b.name))
}

/** Whose an item becomes that is begun in a part of the vault; null for the person's own. */
export function ownerIn(place: Place, takers: readonly Taker[]): Owner | null {
  for (const taker of takers) {
    const collection = taker.collections.find(({ id }) => collectionPlace(id) === place)
    if (collection) return { organization: taker.id, collections: [collection.id] }
    if (organizationPlace(taker.id) === place) return ownedBy(taker)
  }
  return null
}

/** An organization as owner, in its only collection or in none yet. */
export function ownedBy({ id, collections }: Taker): Owner {
  const [only] = collections
  const chosen = only && collections.length === 1 ? [only.id] : []
  return { organization: id, collections: chosen }
}
