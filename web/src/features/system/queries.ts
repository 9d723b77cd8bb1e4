import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'

export type Overview = Schema['OverviewResponse']

export const byId = (id: string) => ({ params: { path: { id } } })

export const overview = () =>
  queryOptions({
    queryKey: ['system', 'overview'],
    queryFn: ({ signal }): Promise<Overview> => answer(api.GET('/admin/overview', { signal })),
    refetchInterval: 30_000,
  })

/** Runs a change, and asks anew for all the portal shows. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['system'] }),
  })
}
