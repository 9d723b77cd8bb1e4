import { ApiError } from '../../../api'
import { startWork } from '../../../ui'

interface Plan<Row> {
  name: string
  rows: readonly Row[]
  nameOf: (row: Row) => string
  act: (row: Row) => Promise<unknown>
}

/** Does the same to each of many, one after another, and shows in the activity panel how it went. */
export const doToEach = <Row>({ name, rows, nameOf, act }: Plan<Row>) =>
  startWork({
    name,
    total: rows.length,
    run: async ({ signal, report }) => {
      for (const row of rows) {
        if (signal.aborted) return
        try {
          await act(row)
          report({ name: nameOf(row), outcome: 'done' })
        } catch (cause) {
          if (!(cause instanceof ApiError)) throw cause
          report({
            name: nameOf(row),
            outcome: 'failed',
            reason: cause.message,
            retry: async () => {
              await act(row)
            },
          })
        }
      }
    },
  })
