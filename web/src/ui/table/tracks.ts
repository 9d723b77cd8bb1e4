import type { CSSProperties } from 'react'
import type { Placed } from './arrange'

const SELECT_WIDTH = 44
const MENU_WIDTH = 48
const PINNED_WIDTH = 220

/** How narrow a column may get. */
function least<R>({ column, width, isPinned }: Placed<R>, pinned: number): number {
  if (isPinned && pinned > 1) return width ?? PINNED_WIDTH
  return width ?? column.minWidth ?? (column.isIdentity ? 200 : 130)
}

/** How narrow all of them may get together; beyond that the table scrolls sideways. */
export function leastOf<R>(
  columns: readonly Placed<R>[],
  hasSelection: boolean,
  hasMenu: boolean,
): number {
  const pinned = columns.filter(({ isPinned }) => isPinned).length
  const sum = columns.reduce((total, place) => total + least(place, pinned), 0)
  return sum + (hasSelection ? SELECT_WIDTH : 0) + (hasMenu ? MENU_WIDTH : 0)
}

/** The columns of a row, for CSS. */
export function tracks<R>(
  columns: readonly Placed<R>[],
  hasSelection: boolean,
  hasMenu: boolean,
): string {
  const pinned = columns.filter(({ isPinned }) => isPinned).length
  return [
    ...(hasSelection ? [`${SELECT_WIDTH}px`] : []),
    ...columns.map((place) => {
      const narrow = least(place, pinned)
      // several pinned columns must know how wide the others are
      if (place.isPinned && pinned > 1) return `${narrow}px`
      return `minmax(${narrow}px, ${narrow}fr)`
    }),
    ...(hasMenu ? [`${MENU_WIDTH}px`] : []),
  ].join(' ')
}

/** Where a pinned column stops, in pixels from the start; null for the others. */
export function stopOf<R>(
  columns: readonly Placed<R>[],
  id: string,
  hasSelection: boolean,
): number | null {
  let at = hasSelection ? SELECT_WIDTH : 0
  for (const { column, width, isPinned } of columns) {
    if (!isPinned) return null
    if (column.id === id) return at
    at += width ?? PINNED_WIDTH
  }
  return null
}

/** Tells a pinned cell where it stops, for when the table scrolls sideways. */
export const stopsAt = (stop: number): CSSProperties => ({ '--stop': `${stop}px` }) as CSSProperties
