import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api'
import { crypto } from '../../crypto'
import { type Sync, syncQuery, useProfile } from '../../session'
import type { Item } from './kinds'
import { type Before, type Draft, written } from './writing'

/** Puts an item as the server answered it in its place, without a whole sync. */
const place = (queries: QueryClient, item: Item) =>
  queries.setQueryData(syncQuery().queryKey, (sync: Sync | undefined) => {
    if (!sync) return sync
    const isKnown = sync.ciphers.some(({ id }) => id === item.id)
    const ciphers = isKnown
      ? sync.ciphers.map((one) => (one.id === item.id ? item : one))
      : [...sync.ciphers, item]
    return { ...sync, ciphers }
  })

/** Takes an item out of what is known: it is out of the person's sight. */
const take = (queries: QueryClient, gone: string) =>
  queries.setQueryData(
    syncQuery().queryKey,
    (sync: Sync | undefined) =>
      sync && { ...sync, ciphers: sync.ciphers.filter(({ id }) => id !== gone) },
  )

const byId = (id: string) => ({ params: { path: { id } } })

/** Keeps what was written, as a new item or in place of what it said before. */
export function useSaveItem() {
  const queries = useQueryClient()
  const { id: account } = useProfile()
  return useMutation({
    mutationFn: async ({ draft, before }: { draft: Draft; before: Before | null }) => {
      const body = await written(draft, before, account, new Date())
      if (before) return answer(api.PUT('/api/ciphers/{id}', { ...byId(before.item.id), body }))
      if (!draft.owner) return answer(api.POST('/api/ciphers', { body }))
      const collectionIds = [...draft.owner.collections]
      return answer(api.POST('/api/ciphers/create', { body: { cipher: body, collectionIds } }))
    },
    onSuccess: (item) => place(queries, item),
  })
}

/** Takes an item among the favourites, or out of them. */
export function useFavor() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, folderId, favorite }: Item) => {
      const body = { folderId: folderId ?? null, favorite: !favorite }
      return answer(api.PUT('/api/ciphers/{id}/partial', { ...byId(id), body }))
    },
    onSuccess: (item) => place(queries, item),
  })
}

/** Puts an item into exactly these collections, as far as the person may; null when they lose it. */
export function useAssign() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, collections }: { id: string; collections: readonly string[] }) => {
      const body = { collectionIds: [...collections] }
      const path = '/api/ciphers/{id}/collections_v2'
      return (await answer(api.PUT(path, { ...byId(id), body }))).cipher ?? null
    },
    onSuccess: (item, { id }) => (item ? place(queries, item) : take(queries, id)),
  })
}

/** A change the server does not answer with items: they are asked for anew. */
function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: syncQuery().queryKey }),
  })
}

type Ids = readonly string[]

export const useTrash = () =>
  useChange((ids: Ids) => answer(api.PUT('/api/ciphers/delete', { body: { ids: [...ids] } })))

export const useRestore = () =>
  useChange((ids: Ids) => answer(api.PUT('/api/ciphers/restore', { body: { ids: [...ids] } })))

export const useDelete = () =>
  useChange((ids: Ids) => answer(api.DELETE('/api/ciphers', { body: { ids: [...ids] } })))

export const useMove = () =>
  useChange(({ ids, folderId }: { ids: Ids; folderId: string | null }) =>
    answer(api.PUT('/api/ciphers/move', { body: { ids: [...ids], folderId } })),
  )

/** Keeps the name of a new folder, or another one of one there is. */
export const useSaveFolder = () =>
  useChange(async ({ id, name }: { id: string | null; name: string }) => {
    const body = { name: await crypto.encryptText('user', name) }
    return id
      ? answer(api.PUT('/api/folders/{id}', { ...byId(id), body }))
      : answer(api.POST('/api/folders', { body }))
  })

export const useDeleteFolder = () =>
  useChange((id: string) => answer(api.DELETE('/api/folders/{id}', byId(id))))
