import { type ReactNode, type RefObject, useRef } from 'react'
import { useTableCell, useTableRow, useTableSelectionCheckbox } from 'react-aria/useTable'
import type { TableState } from 'react-stately/useTableState'
import { useFormat, useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Link } from '../action/Link'
import { Menu, type MenuEntry } from '../action/Menu'
import { join } from '../join'
import type { Placed } from './arrange'
import { MENU, SELECT } from './collection'
import { Found } from './Found'
import styles from './Grid.module.css'
import { textOf } from './rows'
import { Tick } from './Tick'
import { stopOf } from './tracks'

type RowNode<R> = TableState<R>['collection']['body']

interface Props<R> {
  node: RowNode<R>
  row: R
  state: TableState<R>
  columns: readonly Placed<R>[]
  words: readonly string[]
  isChanged: boolean
  rowHref: ((row: R) => string) | undefined
  rowMenu: ((row: R) => readonly MenuEntry[]) | undefined
  nameOf: (row: R) => string
  isShifted: RefObject<boolean>
}

/** One row, at its place. */
export function BodyRow<R>(props: Props<R>) {
  const { node, row, state, columns, words, rowHref, rowMenu, nameOf } = props
  const line = useRef<HTMLDivElement>(null)
  const { rowProps, isSelected, hasAction } = useTableRow(
    { node, isVirtualized: true },
    state,
    line,
  )
  const hasSelection = state.selectionManager.selectionMode === 'multiple'
  return (
    <div
      {...rowProps}
      ref={line}
      className={join(styles.line, styles.row, props.isChanged && styles.changed)}
      style={{ transform: `translateY(calc(${node.index} * var(--row-height)))` }}
      data-selected={isSelected || undefined}
      data-opens={hasAction || undefined}
    >
      {[...node.childNodes].map((child) => {
        const cell = child as RowNode<R>
        const id = String(cell.column?.key)
        if (id === SELECT)
          return (
            <Cell key={id} node={cell} state={state} className={join(styles.tick, styles.pinned)}>
              <RowTick state={state} node={node} isShifted={props.isShifted} />
            </Cell>
          )
        if (id === MENU)
          return (
            <Cell key={id} node={cell} state={state} className={styles.menu}>
              <RowMenu entries={rowMenu?.(row) ?? []} name={nameOf(row)} />
            </Cell>
          )
        const place = columns.find(({ column }) => column.id === id)
        if (!place) return null
        const stop = stopOf(columns, id, hasSelection)
        return (
          <Cell
            key={id}
            node={cell}
            state={state}
            stop={stop}
            className={join(
              place.column.isNumeric && styles.number,
              stop !== null && styles.pinned,
              place.column.isIdentity && styles.name,
            )}
          >
            <Content place={place} row={row} words={words} rowHref={rowHref} />
          </Cell>
        )
      })}
    </div>
  )
}

interface CellProps<R> {
  node: RowNode<R>
  state: TableState<R>
  className: string | undefined
  stop?: number | null
  children: ReactNode
}

function Cell<R>({ node, state, className, stop = null, children }: CellProps<R>) {
  const cell = useRef<HTMLDivElement>(null)
  const { gridCellProps } = useTableCell({ node, isVirtualized: true }, state, cell)
  return (
    <div
      {...gridCellProps}
      ref={cell}
      className={join(styles.cell, className)}
      style={stop === null ? undefined : { insetInlineStart: stop }}
    >
      {children}
    </div>
  )
}

interface ContentProps<R> {
  place: Placed<R>
  row: R
  words: readonly string[]
  rowHref: ((row: R) => string) | undefined
}

/** What stands in a cell, or on a line of a card. */
export function Content<R>({ place: { column }, row, words, rowHref }: ContentProps<R>) {
  const { common } = useText()
  const format = useFormat()
  const isSearched = !column.isUnsearched
  const mark = (text: string) => <Found text={text} words={isSearched ? words : []} />
  const plain = () => textOf(column.value(row), format, (yes) => (yes ? common.yes : common.no))
  const content = column.cell ? (
    column.cell(row, mark)
  ) : (
    <span className={styles.text}>{mark(plain())}</span>
  )
  if (!column.isIdentity || !rowHref || column.cell) return content
  return (
    <Link href={rowHref(row)} variant="quiet">
      {content}
    </Link>
  )
}

interface TickProps<R> {
  state: TableState<R>
  node: RowNode<R>
  isShifted: RefObject<boolean>
}

function RowTick<R>({ state, node, isShifted }: TickProps<R>) {
  const { checkboxProps } = useTableSelectionCheckbox({ key: node.key }, state)
  const { selectionManager } = state
  return (
    <Tick
      {...checkboxProps}
      onChange={() => {
        if (isShifted.current) selectionManager.extendSelection(node.key)
        else selectionManager.toggleSelection(node.key)
      }}
    />
  )
}

/** What can be done with one row. */
export function RowMenu({ entries, name }: { entries: readonly MenuEntry[]; name: string }) {
  const { ui } = useText()
  return (
    <Menu
      label={ui.table.actionsFor(name)}
      entries={entries}
      trigger={
        <IconButton icon="more" size="small" label={ui.table.actionsFor(name)} data-row-menu="" />
      }
    />
  )
}
