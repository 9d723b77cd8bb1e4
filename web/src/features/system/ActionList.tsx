import { useFormat, useText } from '../../i18n'
import { Table } from '../../ui'
import type { Action } from './queries'

/** What operators did, the newest first. */
export function ActionList({ rows }: { rows: readonly Action[] }) {
  const { common, system } = useText()
  const { audit: words } = system
  const { dateTime } = useFormat()
  return (
    <Table
      label={words.title}
      rows={rows}
      keyOf={({ date, action, subjectId }) => `${date} ${action} ${subjectId}`}
      columns={[
        { id: 'when', header: words.when, cell: ({ date }) => dateTime(date) },
        { id: 'who', header: words.who, cell: ({ operator }) => operator ?? words.machine },
        { id: 'what', header: words.what, cell: ({ action }) => action },
        { id: 'target', header: words.target, cell: ({ subjectId }) => subjectId ?? common.none },
      ]}
    />
  )
}
