import { memo, useRef } from 'react'
import { useTableColumnHeader, useTableHeaderRow, useTableRowGroup } from 'react-aria/useTable'
import type { Selection } from 'react-aria-components/Menu'
import type { TableState } from 'react-stately/useTableState'
import { useText } from '../../i18n'
import { Icon } from '../Icon'
import { join } from '../join'
import type { Placed } from './arrange'
import { SELECT } from './collection'
import styles from './Grid.module.css'
import { Tick } from './Tick'
import { stopOf, stopsAt } from './tracks'
import type { Sort } from './types'
import { useWidening } from './useWidening'

interface Props<R> {
  state: TableState<R>
  columns: readonly Placed<R>[]
  sort: readonly Sort[]
  onWiden: (column: string, width: number | null) => void
  /** How many of the rows are selected. */
  share: 'none' | 'some' | 'all'
  onSelect: (selected: Selection) => void
  /** The column the keyboard is at. */
  stop: string | null
}

const NONE = new Set<string>()

type HeadNode<R> = TableState<R>['collection']['body']

const LOOKS = ['columns', 'sort', 'share', 'onSelect', 'onWiden'] as const

/**
 * Names of columns; pressed, they sort. Drawn anew when they look different, or while the keyboard is
 * among them: what is done to them goes to the table, whichever of its states they were drawn with.
 */
export const HeadRow = memo(
  Row,
  (before, now) =>
    before.stop === null &&
    now.stop === null &&
    before.state.collection.columnCount === now.state.collection.columnCount &&
    LOOKS.every((name) => before[name] === now[name]),
) as typeof Row

function Row<R>({ state, columns, sort, onWiden, share, onSelect }: Props<R>) {
  const { rowGroupProps } = useTableRowGroup()
  const row = useRef<HTMLDivElement>(null)
  const node = state.collection.headerRows[0]
  if (!node) return null
  return (
    <div {...rowGroupProps} className={styles.head}>
      <HeadLine node={node} state={state} line={row}>
        {[...node.childNodes].map((head) => {
          const at = columns.findIndex(({ column }) => column.id === head.key)
          const place = columns[at]
          if (place)
            return (
              <Head
                key={head.key}
                {...{ state, columns, sort, onWiden, place }}
                node={head as HeadNode<R>}
              />
            )
          return head.key === SELECT ? (
            <SelectAll key={head.key} node={head as HeadNode<R>} {...{ state, share, onSelect }} />
          ) : (
            <MenuHead key={head.key} node={head as HeadNode<R>} state={state} />
          )
        })}
      </HeadLine>
    </div>
  )
}

interface LineProps<R> {
  node: HeadNode<R>
  state: TableState<R>
  line: React.RefObject<HTMLDivElement | null>
  children: React.ReactNode
}

function HeadLine<R>({ node, state, line, children }: LineProps<R>) {
  const { rowProps } = useTableHeaderRow({ node, isVirtualized: true }, state, line)
  return (
    <div {...rowProps} ref={line} className={styles.line}>
      {children}
    </div>
  )
}

interface HeadProps<R> extends Omit<Props<R>, 'share' | 'onSelect' | 'stop'> {
  node: HeadNode<R>
  place: Placed<R>
}

function Head<R>({ node, state, columns, sort, onWiden, place }: HeadProps<R>) {
  const { ui } = useText()
  const cell = useRef<HTMLDivElement>(null)
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell)
  const widening = useWidening(cell, (width) => onWiden(place.column.id, width))
  const at = sort.findIndex(({ column }) => column === node.key)
  const order = sort[at]
  const stop = stopOf(columns, place.column.id, state.selectionManager.selectionMode === 'multiple')
  const isNumber = isNumeric(place)
  return (
    <div
      {...columnHeaderProps}
      ref={cell}
      className={join(styles.headCell, isNumber && styles.number, stop !== null && styles.pinned)}
      style={stop === null ? undefined : stopsAt(stop)}
      data-sorts={node.props?.allowsSorting || undefined}
    >
      <span className={styles.headName}>{place.column.header}</span>
      {order && (
        <span className={styles.order}>
          <Icon name={order.descending ? 'arrowDown' : 'arrowUp'} size="small" />
          {sort.length > 1 && <span>{at + 1}</span>}
          {at > 0 && (
            <span className="visually-hidden">
              {order.descending ? ui.table.alsoDescending : ui.table.alsoAscending}
            </span>
          )}
        </span>
      )}
      <span {...widening} className={styles.edge} aria-hidden="true" />
    </div>
  )
}

/** Numbers line up at the end, with their header. */
export const isNumeric = <R,>({ column }: Placed<R>): boolean => column.isNumeric ?? false

interface PlainProps<R> {
  node: HeadNode<R>
  state: TableState<R>
}

interface AllProps<R> extends PlainProps<R>, Pick<Props<R>, 'share' | 'onSelect'> {}

function SelectAll<R>({ node, state, share, onSelect }: AllProps<R>) {
  const { ui } = useText()
  const cell = useRef<HTMLDivElement>(null)
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell)
  return (
    <div
      {...columnHeaderProps}
      ref={cell}
      className={join(styles.headCell, styles.tick, styles.pinned)}
    >
      <Tick
        aria-label={ui.table.selectAll}
        tabIndex={-1}
        checked={share === 'all'}
        isMixed={share === 'some'}
        onChange={() => onSelect(share === 'all' ? NONE : 'all')}
      />
    </div>
  )
}

function MenuHead<R>({ node, state }: PlainProps<R>) {
  const { ui } = useText()
  const cell = useRef<HTMLDivElement>(null)
  const { columnHeaderProps } = useTableColumnHeader({ node, isVirtualized: true }, state, cell)
  return (
    <div {...columnHeaderProps} ref={cell} className={styles.headCell}>
      <span className="visually-hidden">{ui.table.actions}</span>
    </div>
  )
}
