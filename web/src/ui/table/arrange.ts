import type { Arrangement } from './kept'
import type { Column } from './types'

const NARROWEST = 80

/** A column where and how wide a person put it. */
export interface Placed<R> {
  column: Column<R>
  width: number | undefined
  isPinned: boolean
}

/** How columns stand when nobody arranged them. */
export function arrangementOf<R>(columns: readonly Column<R>[]): Arrangement {
  return {
    order: columns.map(({ id }) => id),
    hidden: columns.filter(({ isHidden }) => isHidden).map(({ id }) => id),
    pinned: columns.filter(({ isIdentity }) => isIdentity).map(({ id }) => id),
    widths: {},
  }
}

/** Columns that show, pinned ones first. */
export function placed<R>(columns: readonly Column<R>[], kept: Arrangement): Placed<R>[] {
  const place = (id: string): number => {
    const at = kept.order.indexOf(id)
    return at < 0 ? kept.order.length : at
  }
  const shown = columns
    .filter(({ id, isIdentity }) => isIdentity || !kept.hidden.includes(id))
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map((column) => ({
      column,
      width: kept.widths[column.id] ?? column.width,
      isPinned: kept.pinned.includes(column.id),
    }))
  return [...shown.filter(({ isPinned }) => isPinned), ...shown.filter(({ isPinned }) => !isPinned)]
}

const without = (list: readonly string[], id: string): string[] => list.filter((one) => one !== id)

/** What can be done with one column. */
export const change = {
  show: (kept: Arrangement, id: string, isShown: boolean): Arrangement => ({
    ...kept,
    hidden: isShown ? without(kept.hidden, id) : [...without(kept.hidden, id), id],
  }),
  pin: (kept: Arrangement, id: string, isPinned: boolean): Arrangement => ({
    ...kept,
    pinned: isPinned ? [...without(kept.pinned, id), id] : without(kept.pinned, id),
  }),
  widen: (kept: Arrangement, id: string, width: number): Arrangement => ({
    ...kept,
    widths: { ...kept.widths, [id]: Math.max(NARROWEST, Math.round(width)) },
  }),
  move: (kept: Arrangement, id: string, by: -1 | 1): Arrangement => {
    const order = [...kept.order]
    const at = order.indexOf(id)
    const other = order[at + by]
    if (at < 0 || other === undefined) return kept
    order[at + by] = id
    order[at] = other
    return { ...kept, order }
  },
}
