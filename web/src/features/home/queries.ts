import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api'

/** The protocol's number of a member who accepted and is not confirmed. */
const ACCEPTED = 1

/** How many people wait to be confirmed in an organization. */
export const waitingCount = (id: string) =>
  queryOptions({
    queryKey: ['home', 'waiting', id],
    queryFn: async ({ signal }) => {
      const params = { path: { org_id: id } }
      const path = '/api/organizations/{org_id}/users'
      const { data } = await answer(api.GET(path, { params, signal }))
      return data.filter(({ status }) => status === ACCEPTED).length
    },
  })

/** When an organization's licence ends, and when the grace after it does; null without an end. */
export const licenseEnd = (id: string) =>
  queryOptions({
    queryKey: ['home', 'license', id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } }
      const path = '/api/organizations/{id}/subscription'
      const { expiration, expirationWithoutGracePeriod } = await answer(
        api.GET(path, { params, signal }),
      )
      const ends = expirationWithoutGracePeriod ?? expiration
      return ends ? { ends, until: expiration ?? ends } : null
    },
  })
