import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'

export type Policy = Schema['PolicyResponse']

const inOrganization = (org_id: string) => ({ params: { path: { org_id } } })

/** Every policy of an organization, set or not. */
export const policyList = (organization: string) =>
  queryOptions({
    queryKey: ['policies', organization],
    queryFn: async ({ signal }): Promise<Policy[]> => {
      const init = { ...inOrganization(organization), signal }
      return (await answer(api.GET('/api/organizations/{org_id}/policies', init))).data
    },
  })

/** Whose free Families organization would cost if members gave none any more. */
export const affected = (organization: string) =>
  queryOptions({
    queryKey: ['policies', organization, 'affected'],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const init = { ...inOrganization(organization), signal }
      return (await answer(api.GET('/api/organizations/{org_id}/policies/13/affected', init))).data
    },
  })

/** Switches a policy on or off; what it demands in detail stays. */
export function useSwitch(organization: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ type, data, enabled }: Policy) => {
      const params = { path: { org_id: organization, type } }
      const body = { enabled: !enabled, data: data ?? null }
      return answer(api.PUT('/api/organizations/{org_id}/policies/{type}', { params, body }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['policies', organization] }),
  })
}
