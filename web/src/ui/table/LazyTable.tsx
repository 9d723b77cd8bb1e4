import { type ComponentType, lazy, Suspense } from 'react'
import { Skeleton } from '../state/Skeleton'
import type { DataTableProps } from './types'

const Loaded = lazy(() => import('./DataTable'))

/** The list of every portal, loaded when a page first shows one. */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  // `lazy` forgets the type of the rows
  const Table = Loaded as unknown as ComponentType<DataTableProps<R>>
  return (
    <Suspense fallback={<Skeleton shape="rows" count={8} />}>
      <Table {...props} />
    </Suspense>
  )
}
