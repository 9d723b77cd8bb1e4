import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
} from 'react'
import type { TableState } from 'react-stately/useTableState'
import { cellKey, rowOfCell } from './collection'

/** What can be pressed in a row by itself. */
const CONTROL = 'a, button, input, label, select, textarea'
const FOCUSABLE = [
  'a[href]',
  ...['button', 'input', 'select', 'textarea'].map((name) => `${name}:not([disabled])`),
].join()
const ROW = '[role=row]'
const CELL = '[role=gridcell], [role=rowheader]'
const ITEM = `${ROW}, ${CELL}`

interface Given<R> {
  state: TableState<R>
  body: RefObject<HTMLElement | null>
  /** Opens a row; null when none can be opened. */
  open: ((row: HTMLElement, event: MouseEvent | KeyboardEvent) => void) | null
  /** Something in a row was pressed, and not the row. */
  onControl: (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => void
}

/**
 * What rows do when keys, pointers and the focus come to them, heard once above all of them: as hooks
 * of every cell it would cost more than drawing them does. It is what `useTableRow` and `useTableCell`
 * of React Aria do, whose state, keys and announcements are those of the table.
 */
export function useBody<R>(given: Given<R>): HTMLAttributes<HTMLElement> {
  const { state, body, open, onControl } = given
  const { selectionManager: manager } = state
  const selects = manager.selectionMode === 'multiple'

  const { focusedKey, isFocused, childFocusStrategy } = manager
  useEffect(() => {
    if (!isFocused || focusedKey === null) return
    const key = CSS.escape(String(focusedKey))
    const item = body.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)
    if (item?.matches(CELL)) enter(item, childFocusStrategy)
    else if (item && document.activeElement !== item) focus(item)
  }, [body, focusedKey, isFocused, childFocusStrategy])

  const select = (key: string, isExtended: boolean): void => choose(state, key, isExtended)
  /** Opens the row, or selects it where rows are being selected. */
  const press = (row: HTMLElement, event: MouseEvent | KeyboardEvent): void => {
    const { key } = row.dataset
    if (open && (!selects || manager.isEmpty)) open(row, event)
    else if (selects && key !== undefined) select(key, event.shiftKey)
  }

  return {
    role: 'rowgroup',
    onFocus({ currentTarget, target, relatedTarget }: FocusEvent<HTMLElement>) {
      const item = target.closest<HTMLElement>(ITEM)
      if (!item || !currentTarget.contains(item)) return
      const key = keyOf(item)
      // what a key led into is left to be one stop: its row or cell keeps the place
      if (item === target || !target.matches(':focus-visible')) manager.setFocusedKey(key)
      if (item !== target || !item.matches(CELL) || item.contains(relatedTarget)) return
      requestAnimationFrame(() => {
        if (document.activeElement === item) enter(item, null)
      })
    },
    onMouseDown(event) {
      const row = rowUnder(event)
      if (!row || event.button !== 0) return
      // the row is what is pressed, and not the cell
      event.preventDefault()
      focus(row)
    },
    onClick(event) {
      const row = rowUnder(event)
      if (row) press(row, event)
      else onControl(event)
    },
    onKeyDownCapture(event) {
      if (event.key.startsWith('Arrow')) walk(event)
    },
    onKeyDown(event) {
      const { target, key } = event
      if (!(target instanceof HTMLElement) || !target.matches(ITEM)) {
        onControl(event)
        return
      }
      const row = target.closest<HTMLElement>(ROW)
      if ((key !== ' ' && key !== 'Enter') || !row || event.repeat) return
      event.preventDefault()
      const id = row.dataset.key ?? ''
      if (key === 'Enter') press(row, event)
      else if (selects) select(id, event.shiftKey)
    },
  }
}

/** The key of a row or a cell. Cells know their columns, and those of the row with the focus all of it. */
function keyOf(item: HTMLElement): string | null {
  const row = item.closest<HTMLElement>(ROW)?.dataset.key
  const { column } = item.dataset
  if (row === undefined) return null
  return column === undefined ? row : cellKey(row, column)
}

/** Selects a row or takes it out; with those up to it when that is meant. */
export function choose<R>(state: TableState<R>, row: string, isExtended: boolean): void {
  if (isExtended) state.selectionManager.extendSelection(row)
  else state.selectionManager.toggleSelection(row)
}

/** The row that is pressed; null when it is something in it. */
function rowUnder({ target, currentTarget }: MouseEvent<HTMLElement>): HTMLElement | null {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return null
  return target.closest(CONTROL) ? null : target.closest<HTMLElement>(ROW)
}

/** The arrows: from one control of a cell to the next, and from the last of them out of the cell. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget, altKey, nativeEvent } = event
  const cell = target instanceof Element ? target.closest<HTMLElement>(CELL) : null
  const isUpright = key === 'ArrowUp' || key === 'ArrowDown'
  if (!cell || !currentTarget.contains(cell) || (isUpright && altKey)) return
  event.preventDefault()
  event.stopPropagation()
  if (!isUpright) {
    const isBackwards = (key === 'ArrowLeft') === (getComputedStyle(cell).direction === 'ltr')
    const controls = controlsOf(cell)
    const at = controls.indexOf(document.activeElement as HTMLElement)
    const next = controls[at + (isBackwards ? -1 : 1)]
    if (next) {
      focus(next)
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return
    }
  }
  // what hears it next is above the controls, to which arrows may mean something else
  cell.parentElement?.dispatchEvent(new window.KeyboardEvent(nativeEvent.type, nativeEvent))
}

const controlsOf = (cell: HTMLElement): HTMLElement[] => [
  ...cell.querySelectorAll<HTMLElement>(FOCUSABLE),
]

/** Puts the focus on the control of a cell, or on the cell where it has none. */
function enter(cell: HTMLElement, side: 'first' | 'last' | null): void {
  const active = document.activeElement
  if (active !== cell && cell.contains(active)) return
  const controls = controlsOf(cell)
  focus((side === 'last' ? controls.at(-1) : controls[0]) ?? cell)
}

function focus(element: HTMLElement): void {
  if (element !== document.activeElement) element.focus({ preventScroll: true })
}

/** Whether the place of the keyboard is in this row: the key of the row itself or of the cell. */
export function stopIn(row: string, focused: string | null): string | null {
  return focused !== null && (focused === row || rowOfCell(focused) === row) ? focused : null
}
