import type { ReactNode } from 'react'
import { useFormat, useText } from '../../i18n'
import { useOrganizations } from '../../session'
import { type IconName, Rail, type RailEntry } from '../../ui'
import { KINDS } from './kinds'
import {
  ALL,
  collectionPlace,
  FAVORITES,
  folderPlace,
  NO_FOLDER,
  OWN,
  organizationPlace,
  type Place,
  placeAddress,
  TRASH,
  typePlace,
} from './places'
import { type Named, useNames } from './queries'

interface Props {
  /** How many items each holds. */
  counts: ReadonlyMap<Place, number>
  place: Place
  /** What can be done with folders. */
  folderAction?: ReactNode
  children: ReactNode
}

/** The parts of the vault with what is in each, beside what the chosen one holds. */
export function Places({ counts, place, folderAction, children }: Props) {
  const { vault: words } = useText()
  const { compare } = useFormat()
  const { folders, collections } = useNames()
  const organizations = useOrganizations()

  const entry = (at: Place, label: string, icon: IconName): RailEntry => ({
    label,
    icon,
    href: placeAddress(at),
    count: counts.get(at) ?? 0,
    isCurrent: at === place,
  })
  const sorted = (named: readonly Named[]) =>
    [...named].sort((a, b) => compare(a.name ?? '', b.name ?? ''))
  const nameOf = ({ name }: Named) => name ?? words.unreadable

  return (
    <Rail
      label={words.places.title}
      groups={[
        {
          id: 'all',
          entries: [
            entry(ALL, words.places.all, 'vault'),
            entry(FAVORITES, words.places.favorites, 'star'),
            ...(organizations.length > 0 ? [entry(OWN, words.places.own, 'user')] : []),
            entry(TRASH, words.places.trash, 'trash'),
          ],
        },
        {
          id: 'types',
          label: words.places.types,
          entries: KINDS.map(({ type, name, icon }) =>
            entry(typePlace(type), words.kinds[name], icon),
          ).filter(({ count, isCurrent }) => count > 0 || isCurrent),
        },
        {
          id: 'folders',
          label: words.places.folders,
          action: folderAction,
          entries: [
            ...sorted(folders).map((folder) =>
              entry(folderPlace(folder.id), nameOf(folder), 'folder'),
            ),
            ...(folders.length > 0 ? [entry(NO_FOLDER, words.places.noFolder, 'folder')] : []),
          ],
        },
        ...[...organizations]
          .sort((a, b) => compare(a.name, b.name))
          .map(({ id, name }) => ({
            id,
            label: name,
            entries: [
              entry(organizationPlace(id), words.places.ofOrganization, 'building'),
              ...sorted(collections.filter(({ organizationId }) => organizationId === id)).map(
                (collection) =>
                  entry(collectionPlace(collection.id), nameOf(collection), 'collection'),
              ),
            ],
          })),
      ].filter(({ entries, action }) => entries.length > 0 || action)}
    >
      {children}
    </Rail>
  )
}
