import { paths } from '../../paths'
import type { Item } from './kinds'

/** A part of the vault: `all`, `trash`, or what `folder:…` and the like name. */
export type Place = string

export const ALL: Place = 'all'
export const TRASH: Place = 'trash'
export const FAVORITES: Place = 'favorites'
export const OWN: Place = 'own'
export const NO_FOLDER: Place = 'folder:'

const [inOrganization, inCollection, inFolder, ofType] = [
  'organization:',
  'collection:',
  'folder:',
  'type:',
]
export const organizationPlace = (id: string): Place => inOrganization + id
export const collectionPlace = (id: string): Place => inCollection + id
export const folderPlace = (id: string): Place => inFolder + id
export const typePlace = (type: number): Place => ofType + type

/** The folder a part of the vault is; null when it is none. */
export const folderOf = (place: Place): string | null =>
  place.startsWith(inFolder) ? place.slice(inFolder.length) || null : null

/** Whether an address names a part of the vault; which there is, is another question. */
export const isPlace = (asked: unknown): asked is Place =>
  typeof asked === 'string' &&
  (asked === FAVORITES ||
    asked === OWN ||
    [inOrganization, inCollection, inFolder, ofType].some((start) => asked.startsWith(start)))

/** The parts of the vault an item is in. What is in the trash is nowhere else. */
export function placesOf(item: Item): Place[] {
  if (isTrashed(item)) return [TRASH]
  const { type, favorite, organizationId, collectionIds, folderId } = item
  return [
    ALL,
    ...(favorite ? [FAVORITES] : []),
    organizationId ? organizationPlace(organizationId) : OWN,
    ...collectionIds.map(collectionPlace),
    folderPlace(folderId ?? ''),
    typePlace(type),
  ]
}

export const isTrashed = ({ deletedDate }: Item): boolean => Boolean(deletedDate)

const asked = (place: Place): string => (place === ALL ? '' : `?in=${encodeURIComponent(place)}`)

/** The address of a part of the vault. */
export const placeAddress = (place: Place): string =>
  place === TRASH ? paths.vault.trash() : paths.vault.items() + asked(place)

/** The address of an item, over the part of the vault it was opened in. */
export const itemAddress = (id: string, place: Place): string => paths.vault.item(id) + asked(place)
