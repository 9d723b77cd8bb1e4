import { DataTable, type DataTableProps, ErrorState } from '../../ui'
import type { ServerList } from './lists'

interface Props<Row>
  extends Omit<DataTableProps<Row>, 'rows' | 'rowId' | 'pages' | 'stale' | 'isLoading'> {
  list: ServerList<Row>
}

const idOf = ({ id }: { id: string }) => id

/** A list the server searches and filters, page by page; the reason, while there is nothing of it. */
export function ServerTable<Row extends { id: string }>({ list, ...table }: Props<Row>) {
  const { rows, pages, stale, error, refetch } = list
  return error ? (
    <ErrorState error={error} onRetry={refetch} />
  ) : (
    <DataTable {...table} rows={rows} rowId={idOf} pages={pages} stale={stale} />
  )
}
