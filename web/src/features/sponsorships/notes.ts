import { queryOptions } from '@tanstack/react-query'
import { crypto } from '../../crypto'
import type { Sponsorship } from './queries'

/** The notes of sponsorships in the clear, by the sponsorship's id; null for those not readable. */
export const readNotes = (organization: string, rows: readonly Sponsorship[]) =>
  queryOptions({
    // Read again when a note changes; what is read stays in memory and goes when the vault locks.
    queryKey: ['sponsorships', organization, 'notes', rows.map(({ id, notes }) => [id, notes])],
    queryFn: async (): Promise<ReadonlyMap<string, string | null>> => {
      const written = rows.flatMap(({ id, notes }) => (notes ? [{ id, notes }] : []))
      const read = await crypto.decryptMany(
        written.map(({ notes }) => ({ key: { organization }, text: notes })),
      )
      return new Map(
        written.map(({ id }, at) => {
          const one = read[at]
          return [id, one && 'text' in one ? one.text : null]
        }),
      )
    },
  })
