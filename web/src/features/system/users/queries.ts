import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'
import { only, useServerList } from '../lists'
import { byId, useChange } from '../queries'

export type UserLine = Schema['UserLine']
export type UserView = Schema['UserViewResponse']

/** The accounts whose address or name has the words, in one state or all. */
export const useUsers = () =>
  useServerList({
    key: ['system', 'users'],
    ask: (query, from, signal) => {
      const search = query.words.trim()
      const state = only(query, 'status')
      const params = { query: { ...from, ...(search && { search }), ...(state && { state }) } }
      return answer(api.GET('/admin/users', { params, signal }))
    },
  })

export const user = (id: string) =>
  queryOptions({
    queryKey: ['system', 'user', id],
    queryFn: ({ signal }): Promise<UserView> =>
      answer(api.GET('/admin/users/{id}', { ...byId(id), signal })),
  })

/** Lets someone sign in again, or not any more. */
export const useEnableUser = () =>
  useChange(async ({ id, enable }: { id: string; enable: boolean }) => {
    await answer<unknown>(
      enable
        ? api.POST('/admin/users/{id}/enable', byId(id))
        : api.POST('/admin/users/{id}/disable', byId(id)),
    )
  })

export const useVerifyUser = () =>
  useChange(async (id: string) => {
    await answer<unknown>(api.POST('/admin/users/{id}/verify-mail', byId(id)))
  })

export const useDeleteUser = () =>
  useChange(async (id: string) => {
    await answer<unknown>(api.DELETE('/admin/users/{id}', byId(id)))
  })
