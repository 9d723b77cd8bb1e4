import { type KeyboardEvent, memo, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { useFormat, useText } from '../../i18n'
import { Button } from '../action/Button'
import { hasSingleKeys, isTyping } from '../keys/keys'
import { EmptyState } from '../state/EmptyState'
import { Skeleton } from '../state/Skeleton'
import { useMedia } from '../useMedia'
import { useSteady } from '../useSteady'
import { arrangementOf, change, placed } from './arrange'
import { Cards } from './Cards'
import styles from './DataTable.module.css'
import { FilterBar } from './FilterBar'
import { parseFilters, printFilters } from './filterText'
import { Grid } from './Grid'
import { type Arrangement, useKept, type View } from './kept'
import { Notices } from './Notices'
import { SelectionBar } from './SelectionBar'
import { Tools } from './Tools'
import type { DataTableProps, Filter, Sort, TableQuery } from './types'
import { useChanged } from './useChanged'
import { useRows } from './useRows'
import { useSelection } from './useSelection'
import { parseSort, printSort, useTableQuery } from './useTableQuery'

const NO_SORT: readonly Sort[] = []
const NO_VIEWS: readonly View[] = []

// while somebody types, the field is drawn at once and the rows when there are others to draw
const Rows = memo(Grid) as typeof Grid
const Controls = memo(Tools) as typeof Tools

/** The list of every portal: search, filters, order, columns, selection, export, views. */
export default function DataTable<R extends object>(props: DataTableProps<R>) {
  const { id, label, rows, rowId, columns, pages, actions = [], isPrivate = false } = props
  const { ui } = useText()
  const format = useFormat()
  const isNarrow = useMedia('(max-width: 44.9375rem)')

  const [views, keepViews] = useKept<readonly View[]>(`wardstead.views.${id}`)
  const [arranged, keepArrangement] = useKept<Arrangement>(`wardstead.columns.${id}`)
  const arrangement = useMemo(() => arranged ?? arrangementOf(columns), [columns, arranged])
  const shownColumns = useMemo(() => placed(columns, arrangement), [columns, arrangement])

  const start = useMemo((): TableQuery => {
    const ids = columns.map((column) => column.id)
    const usual = views?.find(({ isDefault }) => isDefault)
    if (!usual) return { words: '', filters: [], sort: props.defaultSort ?? NO_SORT }
    return { ...parseFilters(usual.asks, ids), sort: parseSort(usual.sort, ids) }
  }, [columns, views, props.defaultSort])
  const [query, ask] = useTableQuery(columns, start, isPrivate)
  const isFiltered = query.words.trim() !== '' || query.filters.some(({ keys }) => keys.length > 0)

  const answered = useRows(rows, columns, query, pages !== undefined)
  const selection = useSelection(rows, answered.rows, rowId)
  const changed = useChanged(rows, rowId, props.revision)

  const sayQuery = useEffectEvent(() => pages?.onQuery(query))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the reason to ask again
  useEffect(() => {
    sayQuery()
  }, [query])

  const identity = columns.find(({ isIdentity }) => isIdentity) ?? columns[0]
  const nameOf = useMemo(() => (row: R) => String(identity?.value(row) ?? ''), [identity])

  const root = useRef<HTMLDivElement>(null)
  const clear = () => ask({ words: '', filters: [] })
  const total = pages ? (pages.total ?? rows.length) : rows.length
  const matching = pages ? (pages.total ?? rows.length) : answered.rows.length
  const onEnd = pages?.hasMore && !pages.isLoading ? pages.loadMore : undefined
  const hasBar = selection.rows.length > 0 && actions.length > 0
  const sort = useSteady((column: string, isSecond: boolean) =>
    ask({ sort: nextSort(query.sort, column, isSecond) }),
  )
  const select = useSteady(selection.select)
  const widen = useSteady((column: string, width: number | null) => {
    const { [column]: _, ...widths } = arrangement.widths
    keepArrangement(
      width === null ? { ...arrangement, widths } : change.widen(arrangement, column, width),
    )
  })

  const filter = useSteady((column: string, keys: readonly string[], all: boolean) =>
    ask({ filters: withFilter(query.filters, { column, keys, all }) }),
  )
  const rowsNow = useSteady(() => answered.rows)
  const viewNow = useSteady(() => ({
    asks: printFilters(spoken(query)),
    sort: printSort(query.sort),
    arrangement: arranged,
  }))
  const openView = useSteady((view: View) => {
    const ids = columns.map((column) => column.id)
    ask({ ...parseFilters(view.asks, ids), sort: parseSort(view.sort, ids) })
    keepArrangement(view.arrangement)
  })

  const list = {
    label,
    rows: answered.rows,
    columns: shownColumns,
    rowId,
    nameOf,
    words: answered.words,
    onEnd,
    selected: actions.length > 0 ? selection.ids : null,
    ...(props.rowHref && { rowHref: props.rowHref }),
    ...(props.onOpen && { onOpen: props.onOpen }),
    ...(props.rowMenu && { rowMenu: props.rowMenu }),
  }

  const isBare = rows.length === 0 && !isFiltered && !props.isLoading && !pages?.isLoading
  // where nothing chosen is not everything, a choice may lead to rows
  const hasMoreBehind = columns.some(({ filter }) => filter?.any !== undefined)
  if (isBare && !hasMoreBehind) return props.empty
  return (
    <div ref={root} className={styles.table} onKeyDownCapture={lettersAsArrows}>
      <FilterBar
        label={label}
        words={query.words}
        searchHint={props.searchHint}
        onWords={(words, isDone) => ask(isDone ? understood(words, query, columns) : { words })}
        facets={answered.facets}
        onFacet={filter}
        count={
          props.isLoading
            ? ''
            : pages?.hasMore && pages.total === undefined
              ? ui.table.soFar(rows.length)
              : ui.table.count(matching, total)
        }
        isFiltered={isFiltered}
        onClear={clear}
        tools={
          <Controls
            props={props}
            columns={shownColumns}
            arrangement={arrangement}
            views={isPrivate ? null : (views ?? NO_VIEWS)}
            rows={rowsNow}
            onViews={keepViews}
            onArrange={keepArrangement}
            now={viewNow}
            onOpen={openView}
          />
        }
      />
      <Notices stale={props.stale} news={props.news} />
      {rows.length === 0 && (props.isLoading || pages?.isLoading) ? (
        <Skeleton shape="rows" count={8} />
      ) : isBare ? (
        props.empty
      ) : answered.rows.length === 0 ? (
        <EmptyState
          kind="noMatch"
          title={ui.table.noMatch}
          action={<Button onPress={clear}>{ui.table.clear}</Button>}
        >
          {ui.table.noMatchWhy(inWords(query, answered.facets, format.list, ui.table.quoted))}
        </EmptyState>
      ) : isNarrow ? (
        <Cards {...list} onToggle={selection.toggle} />
      ) : (
        <Rows
          {...list}
          sort={query.sort}
          onSort={sort}
          onSelect={select}
          changed={changed}
          onWiden={widen}
          hasBar={hasBar}
        />
      )}
      {pages?.hasMore && (
        <div className={styles.more}>
          <Button isPending={pages.isLoading} onPress={pages.loadMore}>
            {ui.table.loadMore}
          </Button>
        </div>
      )}
      {hasBar && (
        <SelectionBar
          {...{ selection, actions, query, nameOf }}
          everything={pages?.total ?? null}
        />
      )}
    </div>
  )
}

const spoken = ({ words, filters }: TableQuery) => ({ words, filters: [...filters] })

const withFilter = (filters: readonly Filter[], changed: Filter): Filter[] => [
  ...filters.filter(({ column }) => column !== changed.column),
  ...(changed.keys.length > 0 ? [changed] : []),
]

/** Filters written into the search field become filters; the rest stays to be searched for. */
function understood<R>(
  text: string,
  query: TableQuery,
  columns: DataTableProps<R>['columns'],
): Partial<TableQuery> {
  const ids = columns.filter(({ filter }) => filter).map(({ id }) => id)
  const said = parseFilters(text, ids)
  if (said.filters.length === 0) return { words: text }
  return { words: said.words, filters: said.filters.reduce(withFilter, [...query.filters]) }
}

/** Up, down, not at all; with Shift beside the one that is there. */
function nextSort(sort: readonly Sort[], column: string, isSecond: boolean): readonly Sort[] {
  const now = sort.find((one) => one.column === column)
  const next: Sort[] = !now ? [{ column }] : now.descending ? [] : [{ column, descending: true }]
  if (!isSecond) return next
  if (now) return sort.flatMap((one) => (one.column === column ? next : [one]))
  return [...sort.slice(0, 1), ...next]
}

function inWords(
  { words, filters }: TableQuery,
  facets: readonly {
    id: string
    label: string
    options: readonly { key: string; label: string }[]
  }[],
  list: (items: readonly string[]) => string,
  quoted: (words: string) => string,
): string {
  const named = filters.flatMap(({ column, keys }) => {
    const facet = facets.find(({ id }) => id === column)
    if (!facet) return []
    const names = keys.map((key) => facet.options.find((one) => one.key === key)?.label ?? key)
    return [`${facet.label} (${list(names)})`]
  })
  return list([...named, ...(words.trim() ? [quoted(words.trim())] : [])])
}

const LETTERS: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp', x: ' ' }

/** `j k` move, `x` selects, `.` opens the menu of the row. */
function lettersAsArrows(event: KeyboardEvent<HTMLElement>): void {
  const { target, nativeEvent } = event
  if (!(target instanceof Element) || isTyping(target) || !hasSingleKeys()) return
  if (event.ctrlKey || event.metaKey || event.altKey || !target.closest('[role="grid"]')) return
  const row = target.closest('[role="row"]')
  const key = event.key === '.' ? 'Enter' : LETTERS[event.key]
  if (key === undefined || !nativeEvent.isTrusted) return
  event.preventDefault()
  event.stopPropagation()
  const { type, shiftKey } = nativeEvent
  // a row is selected, and its menu opened, from wherever in it one is
  const meant = key === ' ' ? row : key === 'Enter' ? row?.querySelector('[data-row-menu]') : target
  meant?.dispatchEvent(
    new window.KeyboardEvent(type, { key, shiftKey, bubbles: true, cancelable: true }),
  )
}
