import type { ReactNode } from 'react'
import type { MenuEntry } from '../action/Menu'
import type { IconName } from '../Icon'

/** What a cell holds, for searching, sorting and exporting. */
export type CellValue = string | number | boolean | Date | null | undefined | readonly string[]

export interface ColumnFilter<R> {
  /** What a row counts as: one key, or several. */
  of: (row: R) => string | readonly string[] | null
  /** The name of a key; the key itself when left out. */
  label?: (key: string) => string
  /** Keys in their order, also those no row has now; by name when left out. */
  keys?: readonly string[]
  /** Its choices stand in the bar with their counts instead of behind a button. */
  isInline?: boolean
  /** One choice at a time, because whoever answers takes one. */
  isSingle?: boolean
  /** What is listed while nothing is chosen, when that is not all there is. */
  any?: string
  /** How many rows there are of each key, where a server that answers page by page says so. */
  counts?: { all: number; of: Readonly<Record<string, number>> } | undefined
}

export interface Column<R> {
  /** Also its name in the text form of filters: `status:invited`. */
  id: string
  header: string
  value: (row: R) => CellValue
  /** How it looks, when it is more than its value. `mark` shows in a text what was searched for. */
  cell?: (row: R, mark: (text: string) => ReactNode) => ReactNode
  filter?: ColumnFilter<R>
  /** The name of the row: always shown, leads to it, read out with every cell. */
  isIdentity?: boolean
  /** Not shown until chosen. */
  isHidden?: boolean
  /** Not looked at by the search; numbers and dates never are. */
  isUnsearched?: boolean
  isUnsorted?: boolean
  /** Lined up at the end, in digits of equal width. */
  isNumeric?: boolean
  /** In pixels; a part of what is left over when not said. */
  width?: number
  minWidth?: number
}

/** A filter in force: any of `keys`, or all of them. */
export interface Filter {
  column: string
  keys: readonly string[]
  all?: boolean
}

export interface Sort {
  column: string
  descending?: boolean
}

/** What is asked of a table. */
export interface TableQuery {
  words: string
  filters: readonly Filter[]
  sort: readonly Sort[]
}

export interface BulkAction<R> {
  id: string
  /** With the number it applies to: `Confirm 12`. */
  label: (count: number) => string
  icon?: IconName
  tone?: 'danger'
  /** Why it does not apply to a row; those are left out, and said to be. */
  refuses?: (row: R) => string | null
  /** Gets the rows it applies to; `everything` when all that match are meant, also those not loaded. */
  run: (rows: readonly R[], everything: TableQuery | null) => void
}

/** Rows that come from the server page by page, which then also searches, filters and sorts. */
export interface ServerPages {
  onQuery: (query: TableQuery) => void
  hasMore: boolean
  isLoading: boolean
  loadMore: () => void
  /** How many match, if the server says. */
  total?: number | undefined
}

export interface DataTableProps<R> {
  /** Columns, views and widths are remembered under it. */
  id: string
  /** What is listed. */
  label: string
  rows: readonly R[]
  rowId: (row: R) => string
  columns: readonly Column<R>[]
  /** Shown when there is no row at all; filters that may lead to some stay above it. */
  empty: ReactNode
  /** The address of a row: its name is a link, and the whole row opens it. */
  rowHref?: (row: R) => string
  /** Instead of an address. */
  onOpen?: (row: R) => void
  rowMenu?: (row: R) => readonly MenuEntry[]
  /** With them rows can be selected. */
  actions?: readonly BulkAction<R>[]
  defaultSort?: readonly Sort[]
  isLoading?: boolean
  /** Rows stay and a line says since when they are old. */
  stale?: { since: Date; onRetry: () => void } | null
  /** Rows that arrived meanwhile, shown when asked for. */
  news?: { count: number; onShow: () => void }
  /** What changes when a row does; such rows light up once. */
  revision?: (row: R) => string | number
  pages?: ServerPages
  /** What the search finds, where that is not any word of a row; null where nothing is searched. */
  searchHint?: string | null
  /** What is searched and filtered is decrypted here: keep it out of the address and of storage. */
  isPrivate?: boolean
  /** More controls in the bar. */
  tools?: ReactNode
  /** Told what was exported, to record it. */
  onExport?: (count: number, kind: 'csv' | 'json') => void
}
