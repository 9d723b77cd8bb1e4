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

/** Whether an item is in a part of the vault. What is in the trash is nowhere else. */
export function isIn(place: Place, item: Item): boolean {
  if (place === TRASH) return isTrashed(item)
  if (isTrashed(item)) return false
  const after = (start: string) => place.slice(start.length)
  if (place === FAVORITES) return item.favorite
  if (place === OWN) return !item.organizationId
  if (place.startsWith(inOrganization)) return item.organizationId === after(inOrganization)
  if (place.startsWith(inCollection)) return item.collectionIds.includes(after(inCollection))
  if (place.startsWith(inFolder)) return (item.folderId ?? '') === after(inFolder)
  if (place.startsWith(ofType)) return item.type === Number(after(ofType))
  return true
}

export const isTrashed = ({ deletedDate }: Item): boolean => Boolean(deletedDate)

const asked = (place: Place): string => (place === ALL ? '' : `?in=${encodeURIComponent(place)}`)

/** The address of a part of the vault. */
export const placeAddress = (place: Place): string =>
  place === TRASH ? paths.vault.trash() : paths.vault.items() + asked(place)

/** The address of an item, over the part of the vault it was opened in. */
export const itemAddress = (id: string, place: Place): string => paths.vault.item(id) + asked(place)
