import { type CSSProperties, useMemo, useRef } from 'react'
import { useTable } from 'react-aria/useTable'
import type { Selection } from 'react-aria-components/Menu'
import { useTableState } from 'react-stately/useTableState'
import { join } from '../join'
import { useAppearance } from '../theme/appearance'
import { useMedia } from '../useMedia'
import { useSteady } from '../useSteady'
import type { Placed } from './arrange'
import { BodyRow, type Rows } from './BodyRow'
import { LazyRows } from './collection'
import styles from './Grid.module.css'
import { HeadRow } from './HeadRow'
import { MenuHint } from './RowMenu'
import { leastOf, stopOf, tracks } from './tracks'
import type { DataTableProps, Sort } from './types'
import { choose, stopIn, useBody } from './useBody'
import { useRoomBelow } from './useRoomBelow'
import { useRowMenu } from './useRowMenu'
import { useSlots } from './useSlots'
import { useWide } from './useWide'
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
    () => new LazyRows<R>({ rows, rowId, columns, nameOf, hasSelection, hasMenu }),
    [rows, rowId, columns, nameOf, hasSelection, hasMenu],
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
  const { gridProps } = useTable(
    { 'aria-label': props.label, isVirtualized: true, layoutDelegate },
    state,
    box,
  )

  const { onOpen } = props
  const body = useRef<HTMLDivElement>(null)
  const menus = useRowMenu({ entriesOf: rowMenu, rowOf: (id) => collection.rowOf(id), nameOf })
  const opensByPress = onOpen !== undefined || rowHref !== undefined
  const events = useBody({
    state,
    body,
    open: opensByPress
      ? (line, event) => {
          const row = collection.rowOf(line.dataset.key ?? '')
          if (row && onOpen) onOpen(row)
          else followLink(line, event)
        }
      : null,
    onControl: menus.onControl,
  })
  const onTick = useSteady((row: string) => choose(state, row, isShifted.current))

  const { id = '', 'data-collection': name } = gridProps as {
    id?: string
    'data-collection': string
  }
  const all = useMemo((): Rows<R> => {
    const named = columns.find(({ column }) => column.isIdentity) ?? columns[0]
    return {
      id,
      collection: name,
      columns: columns.map((place) => {
        const { column } = place
        const stop = stopOf(columns, column.id, hasSelection)
        const className = join(
          styles.cell,
          column.isNumeric && styles.number,
          stop !== null && styles.pinned,
          column.isIdentity && styles.name,
        )
        return { column, className, isName: place === named, stop }
      }),
      hasSelection,
      hasMenu,
      hrefOf: rowHref,
      nameOf,
      onTick,
    }
  }, [id, name, columns, hasSelection, hasMenu, rowHref, nameOf, onTick])

  const { focusedKey } = state.selectionManager
  const focused = focusedKey === null ? null : String(focusedKey)
  const shown = useMemo(() => {
    const indexes = Array.from({ length: Math.max(0, end - top) }, (_, n) => top + n)
    const kept = focused === null ? -1 : collection.indexOf(focused)
    // the row with the focus stays in the page, or the keyboard would lose its place
    if (kept >= 0 && kept < top) indexes.unshift(kept)
    if (kept >= end) indexes.push(kept)
    return indexes.flatMap((index) => {
      const row = rows[index]
      return row ? [{ row, index, id: rowId(row) }] : []
    })
  }, [top, end, collection, focused, rows, rowId])
  const lines = useSlots(shown, focused)

  const least = leastOf(columns, hasSelection, hasMenu)
  const isWide = useWide(box, least)
  const style = {
    '--tracks': tracks(columns, hasSelection, hasMenu),
    '--least': `${least}px`,
    '--row-height': `${height}px`,
  } as CSSProperties

  return (
    <>
      <div
        {...gridProps}
        ref={box}
        style={style}
        className={styles.box}
        data-wide={isWide || undefined}
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
        <HeadRow
          state={state}
          columns={columns}
          stop={collection.columns.some(({ key }) => key === focused) ? focused : null}
          sort={sort}
          onWiden={props.onWiden}
          share={shareOf(rows, rowId, selected)}
          onSelect={props.onSelect}
        />
        <div
          {...events}
          ref={body}
          className={styles.body}
          style={{ blockSize: rows.length * height + (props.hasBar ? 72 : 0) }}
          data-opens={(opensByPress && !selected?.size) || undefined}
        >
          {lines.map(({ row, index, id, slot }) => (
            <BodyRow
              key={slot}
              slot={slot}
              rows={all}
              row={row}
              id={id}
              index={index}
              words={props.words}
              isSelected={selected?.has(id) ?? false}
              isChanged={props.changed.has(id)}
              hasEntries={hasMenu && rowMenu(row).length > 0}
              isMenuOpen={menus.opened === id}
              stop={stopIn(id, focused)}
            />
          ))}
        </div>
      </div>
      {hasMenu && <MenuHint box={box} />}
      {menus.menu}
    </>
  )
}

/** Presses the link of a row, as it was pressed itself: into another tab where that is meant. */
function followLink(line: HTMLElement, { ctrlKey, metaKey, shiftKey }: Modified): void {
  const link = line.querySelector('[data-row-link]')
  const how = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }
  link?.dispatchEvent(new window.MouseEvent('click', how))
}

type Modified = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** How many of the rows are selected. */
function shareOf<R>(
  rows: readonly R[],
  rowId: (row: R) => string,
  selected: ReadonlySet<string> | null,
): 'none' | 'some' | 'all' {
  if (!selected || selected.size === 0) return 'none'
  const isAll = selected.size >= rows.length && rows.every((row) => selected.has(rowId(row)))
  return isAll ? 'all' : 'some'
}
