import { type CSSProperties, useMemo, useRef } from 'react'
import { useTable } from 'react-aria/useTable'
import type { Selection } from 'react-aria-components/Menu'
import { useTableState } from 'react-stately/useTableState'
import { useAppearance } from '../theme/appearance'
import { useMedia } from '../useMedia'
import type { Placed } from './arrange'
import { BodyRow } from './BodyRow'
import { LazyRows } from './collection'
import styles from './Grid.module.css'
import { HeadRow } from './HeadRow'
import { leastOf, tracks } from './tracks'
import type { DataTableProps, Sort } from './types'
import { useRoomBelow } from './useRoomBelow'
import { useWindow } from './useWindow'

const ROW_HEIGHT = { comfortable: 48, standard: 40, compact: 32 } as const
const FINGER = 48

export interface GridProps<R extends object>
  extends Pick<DataTableProps<R>, 'label' | 'rowId' | 'rowHref' | 'onOpen' | 'rowMenu'> {
  rows: readonly R[]
  columns: readonly Placed<R>[]
  /** The name of a row, for screen readers. */
  nameOf: (row: R) => string
  words: readonly string[]
  sort: readonly Sort[]
  onSort: (column: string, isSecond: boolean) => void
  /** null when nothing can be selected. */
  selected: ReadonlySet<string> | null
  onSelect: (selected: Selection) => void
  /** Rows that changed just now. */
  changed: ReadonlySet<string>
  onWiden: (column: string, width: number | null) => void
  /** Near the end of what is there. */
  onEnd?: (() => void) | undefined
  /** Keeps the last rows clear of the bar above them. */
  hasBar: boolean
}

/** The rows as a grid: one tab stop, arrow keys, only what is in view in the page. */
export function Grid<R extends object>(props: GridProps<R>) {
  const { rows, columns, rowId, rowHref, rowMenu, nameOf, selected, sort } = props
  const { density } = useAppearance()
  const isTouched = useMedia('(pointer: coarse)')
  const height = isTouched ? FINGER : ROW_HEIGHT[density]
  const hasSelection = selected !== null
  const hasMenu = rowMenu !== undefined

  const collection = useMemo(
    () => new LazyRows<R>({ rows, rowId, columns, nameOf, hrefOf: rowHref, hasSelection, hasMenu }),
    [rows, rowId, columns, nameOf, rowHref, hasSelection, hasMenu],
  )

  const isShifted = useRef(false)
  const first = sort[0]
  const state = useTableState<R>({
    collection,
    selectionMode: hasSelection ? 'multiple' : 'none',
    selectionBehavior: 'toggle',
    selectedKeys: selected ?? [],
    onSelectionChange: props.onSelect,
    ...(first && {
      sortDescriptor: {
        column: first.column,
        direction: first.descending ? 'descending' : 'ascending',
      },
    }),
    onSortChange: ({ column }) => props.onSort(String(column), isShifted.current),
  })

  const box = useRef<HTMLDivElement>(null)
  useRoomBelow(box)
  const { first: top, end } = useWindow(box, rows.length, height)
  const layoutDelegate = useMemo(
    () => ({
      getItemRect: (key: string | number) => {
        const index = collection.indexOf(key)
        return index < 0 ? null : { x: 0, y: index * height, width: 1, height }
      },
      getVisibleRect: () => ({
        x: 0,
        y: box.current?.scrollTop ?? 0,
        width: 1,
        height: (box.current?.clientHeight ?? 0) - 2 * height,
      }),
      getContentSize: () => ({ width: 1, height: rows.length * height }),
    }),
    [collection, height, rows.length],
  )
  const { onOpen } = props
  const { gridProps } = useTable(
    {
      'aria-label': props.label,
      isVirtualized: true,
      layoutDelegate,
      ...(onOpen && {
        onRowAction: (key) => {
          const row = collection.valueOf(key)
          if (row) onOpen(row)
        },
      }),
    },
    state,
    box,
  )

  const shown = useMemo(() => {
    const indexes = Array.from({ length: Math.max(0, end - top) }, (_, n) => top + n)
    const focused = state.selectionManager.focusedKey
    const kept = focused === null ? -1 : collection.indexOf(focused)
    // the row with the focus stays in the page, or the keyboard would lose its place
    if (kept >= 0 && (kept < top || kept >= end)) indexes.push(kept)
    return indexes
  }, [top, end, collection, state.selectionManager.focusedKey])

  const style = {
    '--tracks': tracks(columns, hasSelection, hasMenu),
    '--least': `${leastOf(columns, hasSelection, hasMenu)}px`,
    '--row-height': `${height}px`,
  } as CSSProperties

  return (
    <div
      {...gridProps}
      ref={box}
      style={style}
      className={styles.box}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
        if (scrollTop + clientHeight > scrollHeight - 10 * height) props.onEnd?.()
      }}
      onPointerDownCapture={(event) => {
        isShifted.current = event.shiftKey
      }}
      onKeyDownCapture={(event) => {
        isShifted.current = event.shiftKey
      }}
    >
      <HeadRow state={state} columns={columns} sort={sort} onWiden={props.onWiden} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which table elements do not allow */}
      <div
        role="rowgroup"
        className={styles.body}
        style={{ blockSize: rows.length * height + (props.hasBar ? 72 : 0) }}
      >
        {shown.map((index) => {
          const node = collection.at(index)
          const row = rows[index]
          return (
            node &&
            row && (
              <BodyRow
                key={node.key}
                node={node}
                row={row}
                state={state}
                columns={columns}
                words={props.words}
                isChanged={props.changed.has(String(node.key))}
                rowHref={rowHref}
                rowMenu={rowMenu}
                isShifted={isShifted}
                nameOf={nameOf}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
