import { useMemo } from 'react'
import { type Messages, useText } from '../../i18n'
import { useGo, useOrganizations } from '../../session'
import {
  Callout,
  type Column,
  DataTable,
  EmptyState,
  Page as Frame,
  PageHead,
  Stack,
} from '../../ui'
import { FolderButtons } from './FolderButtons'
import { ItemDrawer } from './ItemDrawer'
import { type Item, kindOf } from './kinds'
import { NewItem } from './NewItem'
import { Places } from './Places'
import {
  ALL,
  collectionPlace,
  itemAddress,
  type Place,
  placeAddress,
  placesOf,
  TRASH,
} from './places'
import { type Shelf, useNames, useRows } from './queries'
import type { Row } from './reading'
import { useActions } from './useActions'
import { usePlace } from './usePlace'

const BY_NAME = [{ column: 'name' }]
const idOf = ({ item }: Row) => item.id
const revisionOf = ({ item }: Row) => item.revisionDate

/** The items the person sees, by where they are; the one of the address is open over them. */
export function Page() {
  const text = useText()
  const { vault: words } = text
  const organizations = useOrganizations()
  const { rows, isReading } = useRows()
  const { collections } = useNames()
  const { place, open } = usePlace()
  const go = useGo()
  const { actions, menu, questions } = useActions()
  const shown = useMemo(
    () => rows.filter(({ item }) => placesOf(item).includes(place)),
    [rows, place],
  )
  const columns = useMemo(
    () => columnsOf(text, new Map(organizations.map(({ id, name }) => [id, name])), collections),
    [text, organizations, collections],
  )
  const counts = useMemo(() => countsOf(rows), [rows])
  const row = rows.find(({ item }) => item.id === open)
  const shelf = collections.find(({ id }) => collectionPlace(id) === place)

  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={words.state(counts.get(ALL) ?? 0)}
        action={<NewItem place={place} />}
      />
      <Places counts={counts} place={place} folderAction={<FolderButtons place={place} />}>
        <Stack>
          {shelf && !shelf.adds && <Callout>{words.collections.readOnly}</Callout>}
          <DataTable
            // a search is made within one part of the vault
            key={place}
            id="vault"
            label={words.items}
            rows={shown}
            rowId={idOf}
            columns={columns}
            defaultSort={BY_NAME}
            rowHref={({ item }) => itemAddress(item.id, place)}
            revision={revisionOf}
            actions={actions}
            rowMenu={menu}
            isLoading={isReading && rows.length === 0}
            isPrivate
            empty={
              <EmptyState
                kind="nothing"
                icon={place === TRASH ? 'trash' : 'vault'}
                title={place === TRASH ? words.empty.trash : words.empty.place}
              >
                {place === TRASH ? words.empty.trashWhy : words.empty.placeWhy}
              </EmptyState>
            }
          />
        </Stack>
      </Places>
      {questions}
      {open && (row || !isReading) && (
        <ItemDrawer
          row={row ?? null}
          menu={menu}
          onClose={() => go(placeAddress(place), 'instead')}
        />
      )}
    </Frame>
  )
}

/** How many items each part of the vault holds. */
function countsOf(rows: readonly Row[]): Map<Place, number> {
  const counts = new Map<Place, number>()
  for (const { item } of rows)
    for (const place of placesOf(item)) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}

function columnsOf(
  { vault: words }: Messages,
  organizations: ReadonlyMap<string, string>,
  collections: readonly Shelf[],
): Column<Row>[] {
  const owner = ({ item }: Row) =>
    item.organizationId ? (organizations.get(item.organizationId) ?? '') : words.places.own
  const shelves = new Map(collections.map(({ id, name }) => [id, name ?? words.unreadable]))
  const shelved = ({ item }: Row) => item.collectionIds.flatMap((id) => shelves.get(id) ?? [])
  const access = ({ item }: Row) => words.access[accessOf(item)]
  const kind = ({ item }: Row) => words.kinds[kindOf(item).name]
  const nameOf = ({ name }: Row) => name ?? words.unreadable
  return [
    { id: 'name', header: words.columns.name, value: nameOf, isIdentity: true, minWidth: 200 },
    { id: 'detail', header: words.columns.detail, value: ({ detail }) => detail },
    { id: 'host', header: words.columns.host, value: ({ host }) => host },
    ...(organizations.size > 0
      ? [
          { id: 'owner', header: words.columns.owner, value: owner, filter: { of: owner } },
          {
            id: 'collections',
            header: words.collections.label,
            isHidden: true,
            value: shelved,
            filter: { of: shelved },
          },
          {
            id: 'access',
            header: words.columns.access,
            isHidden: true,
            value: access,
            filter: { of: access },
          },
        ]
      : []),
    { id: 'type', header: words.columns.type, isHidden: true, value: kind, filter: { of: kind } },
    {
      id: 'changed',
      header: words.columns.changed,
      width: 180,
      isHidden: true,
      value: ({ item }) => new Date(item.revisionDate),
    },
  ]
}

/** What the person may do with an item. */
const accessOf = ({ edit, viewPassword }: Item) =>
  !edit ? 'reads' : viewPassword ? 'edits' : 'editsUnseen'
