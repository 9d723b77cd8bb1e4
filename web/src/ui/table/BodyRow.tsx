import { Fragment, memo } from 'react'
import { useFormat, useText } from '../../i18n'
import { join } from '../join'
import { cellKey, MENU, SELECT } from './collection'
import { content } from './content'
import styles from './Grid.module.css'
import { isPlain } from './plain'
import { MenuButton } from './RowMenu'
import { Tick } from './Tick'
import { stopsAt } from './tracks'
import type { Column } from './types'

/** What all rows of a table have in common. */
export interface Rows<R> {
  /** The id of the table, and that of its collection in React Aria. */
  id: string
  collection: string
  columns: readonly PlacedCell<R>[]
  hasSelection: boolean
  hasMenu: boolean
  hrefOf: ((row: R) => string) | undefined
  /** The name of a row, for screen readers. */
  nameOf: (row: R) => string
  onTick: (row: string) => void
}

/** A column as its cells need it. */
export interface PlacedCell<R> {
  column: Column<R>
  className: string
  /** Whether it names its row. */
  isName: boolean
  /** Where it stops when the table scrolls sideways. */
  stop: number | null
}

interface Props<R> {
  rows: Rows<R>
  row: R
  id: string
  /** The number of its element, which it may take over from another row. */
  slot: number
  index: number
  words: readonly string[]
  isSelected: boolean
  isChanged: boolean
  /** Whether there is anything in its menu. */
  hasEntries: boolean
  isMenuOpen: boolean
  /** The key of the row or cell where the keyboard is, if it is in this row. */
  stop: string | null
}

const STILL = { tabIndex: -1 }

/** One row, at its place: plain elements, because there are many, and drawn anew only when it changes. */
export const BodyRow = memo(Row) as typeof Row

function Row<R>({ rows, row, id, slot, index, words, isSelected, stop, ...its }: Props<R>) {
  const text = useText()
  const format = useFormat()
  const { columns, hasSelection, hasMenu } = rows
  const nameId = `${rows.id}-${slot}`
  const tickId = `${nameId}-tick`
  const first = hasSelection ? 1 : 0

  const item = (key: string) => ({
    'data-collection': rows.collection,
    'data-key': key,
    tabIndex: key === stop ? 0 : -1,
  })
  // roles by hand: rows are placed in a way that the elements of a table do not allow
  const cell = (name: string, at: number, isName = false) => ({
    role: isName ? 'rowheader' : 'gridcell',
    'aria-colindex': at + 1,
    'data-column': name,
    // by their keys cells are found only to have the focus, and there are many of them
    ...(stop === null ? STILL : item(cellKey(id, name))),
    ...(isName && { id: nameId }),
  })
  const line = {
    ...item(id),
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-labelledby': nameId,
    'aria-selected': hasSelection ? isSelected : undefined,
  }
  return (
    <div
      {...line}
      className={join(styles.line, styles.row, its.isChanged && styles.changed)}
      style={{ insetBlockStart: `calc(${index} * var(--row-height))` }}
      data-selected={isSelected || undefined}
    >
      {hasSelection && (
        <div
          {...cell(SELECT, 0)}
          className={join(styles.cell, styles.drawn, styles.tick, styles.pinned)}
        >
          <Tick
            id={tickId}
            aria-label={text.ui.table.select}
            aria-labelledby={`${tickId} ${nameId}`}
            tabIndex={-1}
            checked={isSelected}
            onChange={() => rows.onTick(id)}
          />
        </div>
      )}
      {columns.map(({ column, className, isName, stop: inset }, at) => {
        const href = column.isIdentity ? rows.hrefOf?.(row) : undefined
        const what = content(column, row, href, { words, text, format })
        const isDrawn = column.cell !== undefined && typeof what === 'object'
        return (
          <div
            {...cell(column.id, first + at, isName)}
            key={column.id}
            className={join(className, isDrawn ? styles.drawn : styles.text)}
            style={inset === null ? undefined : stopsAt(inset)}
          >
            {/* it may remember things, and the element may have been another row's */}
            {isDrawn && !isPlain(what) ? <Fragment key={id}>{what}</Fragment> : what}
          </div>
        )
      })}
      {hasMenu && (
        <div
          {...cell(MENU, first + columns.length)}
          className={join(styles.cell, styles.drawn, styles.menu)}
        >
          {its.hasEntries && <MenuButton name={rows.nameOf(row)} isOpen={its.isMenuOpen} />}
        </div>
      )}
    </div>
  )
}
