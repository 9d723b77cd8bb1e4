import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'
import { only, useServerList } from '../lists'
import { byId, useChange } from '../queries'

export type Job = Schema['JobResponse']
export type Mail = Schema['MailResponse']

/** The jobs that are not done, or those of one state and kind, the newest first. */
export const useJobs = () =>
  useServerList({
    key: ['system', 'jobs'],
    refreshEvery: 10_000,
    ask: (query, from, signal) => {
      const state = only(query, 'state')
      const kind = only(query, 'kind')
      const params = { query: { ...from, ...(state && { state }), ...(kind && { kind }) } }
      return answer(api.GET('/admin/jobs', { params, signal }))
    },
  })

export const useRetryJob = () =>
  useChange(async (id: string) => {
    await answer<unknown>(api.POST('/admin/jobs/{id}/retry', byId(id)))
  })

export const useCancelJob = () =>
  useChange(async (id: string) => {
    await answer<unknown>(api.POST('/admin/jobs/{id}/cancel', byId(id)))
  })

/** The letters, the newest first: all, or those to addresses that begin so, of one state or kind. */
export const useMails = () =>
  useServerList({
    key: ['system', 'mails'],
    refreshEvery: 30_000,
    ask: (query, from, signal) => {
      const toBeginsWith = query.words.trim()
      const state = only(query, 'state')
      const template = only(query, 'letter')
      const params = {
        query: {
          ...from,
          ...(toBeginsWith && { toBeginsWith }),
          ...(state && { state }),
          ...(template && { template }),
        },
      }
      return answer(api.GET('/admin/mails', { params, signal }))
    },
  })

/** A letter with what it says. */
export const mail = (id: string) =>
  queryOptions({
    queryKey: ['system', 'mail', id],
    queryFn: ({ signal }): Promise<Mail> =>
      answer(api.GET('/admin/mails/{id}', { ...byId(id), signal })),
    // each look at it is written down
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const useResendMail = () =>
  useChange(async (id: string) => {
    await answer<unknown>(api.POST('/admin/mails/{id}/resend', byId(id)))
  })
