import { answer, api, type Schema } from '../../../api'
import { only, useServerList } from '../lists'
import { byId, useChange } from '../queries'

export type Installation = Schema['InstallationLine']
export type InstallationKey = Schema['NewKeyResponse']

/** The installations whose address has the words, the newest first; all, or those that may sign in or not. */
export const useInstallations = () =>
  useServerList({
    key: ['system', 'installations'],
    ask: (query, from, signal) => {
      const search = query.words.trim()
      const state = only(query, 'status')
      const params = {
        query: {
          ...from,
          ...(search && { search }),
          ...(state && { enabled: state === 'enabled' }),
        },
      }
      return answer(api.GET('/admin/installations', { params, signal }))
    },
  })

export const useNewInstallation = () =>
  useChange(
    (email: string): Promise<InstallationKey> =>
      answer(api.POST('/admin/installations', { body: { email } })),
  )

export const useRotateInstallation = () =>
  useChange(
    (id: string): Promise<InstallationKey> =>
      answer(api.POST('/admin/installations/{id}/rotate', byId(id))),
  )

/** Lets a server sign in again, or not any more. */
export const useEnableInstallation = () =>
  useChange(async ({ id, enable }: { id: string; enable: boolean }) => {
    await answer<unknown>(
      enable
        ? api.POST('/admin/installations/{id}/enable', byId(id))
        : api.POST('/admin/installations/{id}/disable', byId(id)),
    )
  })
