import { queryOptions, useMutation } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'

export type Health = Schema['HealthResponse']
export type Finding = Schema['FindingLine']
export type Host = Schema['EgressResponse']
export type Way = Schema['EgressCheckLine']
export type Stage = Schema['EgressStagePart']

/** How the server is; looked at anew each minute while someone watches. */
export const health = () =>
  queryOptions({
    queryKey: ['system', 'health'],
    queryFn: ({ signal }): Promise<Health> => answer(api.GET('/admin/health', { signal })),
    refetchInterval: 60_000,
  })

export const egress = () =>
  queryOptions({
    queryKey: ['system', 'egress'],
    queryFn: ({ signal }): Promise<Host[]> => answer(api.GET('/admin/egress', { signal })),
  })

/** Goes the way to one host of the list now, or to all of them. */
export const useCheckEgress = () =>
  useMutation({
    mutationFn: async (host: string | null): Promise<Way[]> =>
      (await answer(api.POST('/admin/egress/check', { body: { host } }))).data,
  })
