import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'
import { type DateRangeValue, instantsOf } from '../../../ui'
import { wholeList } from '../lists'

export type Deed = Schema['ActionResponse']

/** What operators did in a period, all of it: so that it is searched, sorted and exported here. */
export const deeds = (period: DateRangeValue) =>
  wholeList(['system', 'audit', period.from, period.to], (from, signal) => {
    const { start, end } = instantsOf(period)
    const query = {
      ...from,
      ...(start && { start: start.toISOString() }),
      ...(end && { end: end.toISOString() }),
    }
    return answer(api.GET('/admin/audit', { params: { query }, signal }))
  })

const YEAR = 365 * 86_400_000

/** What was done last to one thing, within a year. */
export const deedsOf = (subject: string) =>
  queryOptions({
    queryKey: ['system', 'audit', 'of', subject],
    queryFn: async ({ signal }): Promise<Deed[]> => {
      const start = new Date(Date.now() - YEAR).toISOString()
      const query = { subject, start, pageSize: 10 }
      return (await answer(api.GET('/admin/audit', { params: { query }, signal }))).data
    },
  })
