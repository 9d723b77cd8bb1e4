import { useLayoutEffect, useMemo, useRef } from 'react'
import { stopIn } from './useBody'

interface Line {
  id: string
  /** Where it is in the list. */
  index: number
}

interface Drawn {
  /** The element of each row, by the row's id, and at each place of the list that was shown. */
  ofRow: ReadonlyMap<string, number>
  at: ReadonlyMap<number, number>
}

const NOTHING: Drawn = { ofRow: new Map(), at: new Map() }

/**
 * Gives rows their elements, by number. An element belongs to a place of the list: while the list
 * scrolls its row keeps it, and when another search puts another row there that one takes it over, so
 * that texts are changed and nothing is made. Only the row where the keyboard is takes its element
 * along.
 */
export function useSlots<L extends Line>(
  shown: readonly L[],
  focused: string | null,
): readonly (L & { slot: number })[] {
  const last = useRef(NOTHING)
  const lines = useMemo(() => assign(shown, focused, last.current), [shown, focused])
  useLayoutEffect(() => {
    last.current = {
      ofRow: new Map(lines.map(({ id, slot }) => [id, slot])),
      at: new Map(lines.map(({ index, slot }) => [index, slot])),
    }
  }, [lines])
  return lines
}

function assign<L extends Line>(shown: readonly L[], focused: string | null, last: Drawn) {
  const slots = new Map<number, number>()
  const used = new Set<number>()
  const take = (index: number, slot: number | undefined): void => {
    if (slot === undefined || used.has(slot) || slots.has(index)) return
    slots.set(index, slot)
    used.add(slot)
  }
  for (const { id, index } of shown)
    if (stopIn(id, focused) !== null) take(index, last.ofRow.get(id))
  for (const { index } of shown) take(index, last.at.get(index))
  const free = [...last.at.values()].filter((slot) => !used.has(slot))
  let fresh = Math.max(-1, ...last.at.values()) + 1
  return shown.map((line) => {
    take(line.index, free[0] ?? fresh)
    const slot = slots.get(line.index) ?? fresh
    if (slot === free[0]) free.shift()
    if (slot === fresh) fresh += 1
    return { ...line, slot }
  })
}
