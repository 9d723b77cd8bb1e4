import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { crypto } from '../../crypto'
import { type Sync, syncQuery } from '../../session'
import type { Item } from './kinds'
import { openItem, type Row, readRows } from './reading'

const ROWS = ['vault', 'rows']
const NONE: readonly Row[] = []

/** What is read of a sync; pieces show as they come. */
const rowsOf = (sync: Sync, at: number) =>
  queryOptions({
    queryKey: [...ROWS, at],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ client, queryKey, signal }): Promise<readonly Row[]> =>
      readRows(sync.ciphers, signal, (rows) => client.setQueryData(queryKey, rows)),
    placeholderData: keepPreviousData,
  })

/**
 * The items the person sees, as far as they are read by now. What was read last follows when there is
 * time: with thousands of items a piece takes longer to put in order than anybody waits for a key.
 */
export function useRows(): { rows: readonly Row[]; isReading: boolean } {
  const { data: sync, dataUpdatedAt } = useSuspenseQuery(syncQuery())
  const { data = NONE, isFetching } = useQuery(rowsOf(sync, dataUpdatedAt))
  const rows = useDeferredValue(data)
  return { rows, isReading: isFetching || rows !== data }
}

/** A folder or collection, by its name in the clear. */
export interface Named {
  id: string
  /** Null when it cannot be read. */
  name: string | null
  organizationId: string | null
}

/** A collection the person was given, and what they may do in it. */
export interface Shelf extends Named {
  organizationId: string
  /** Whether they may put new items into it. */
  adds: boolean
  /** Whether they may put items there are into it, and take them out. */
  moves: boolean
}

const namesOf = (sync: Sync, at: number) =>
  queryOptions({
    queryKey: ['vault', 'names', at],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const folders = sync.folders.map(({ id, name }) => ({ id, name, organizationId: null }))
      const all = [...folders, ...sync.collections]
      const readings = await crypto.decryptMany(
        all.map(({ id, name: text, organizationId }) => ({
          key: organizationId ? { organization: organizationId } : 'user',
          text,
          of: id,
        })),
      )
      const nameAt = (at: number): string | null => {
        const reading = readings[at]
        return reading && 'text' in reading ? reading.text : null
      }
      return {
        folders: folders.map(
          ({ id }, at): Named => ({ id, name: nameAt(at), organizationId: null }),
        ),
        collections: sync.collections.map(
          ({ id, organizationId, readOnly, hidePasswords, manage }, at): Shelf => ({
            id,
            organizationId,
            name: nameAt(folders.length + at),
            adds: manage || !readOnly,
            moves: manage || !(readOnly || hidePasswords),
          }),
        ),
      }
    },
  })

const NO_NAMES = { folders: [] as Named[], collections: [] as Shelf[] }

/** The folders of the person, and the collections they see. */
export function useNames(): { folders: readonly Named[]; collections: readonly Shelf[] } {
  const { data: sync, dataUpdatedAt } = useSuspenseQuery(syncQuery())
  return useQuery(namesOf(sync, dataUpdatedAt)).data ?? NO_NAMES
}

/** What an item says, for as long as it is looked at. */
export const opened = (item: Item) =>
  queryOptions({
    queryKey: ['vault', 'item', item.id, item.revisionDate],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => openItem(item),
  })
