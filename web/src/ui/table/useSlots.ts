import { useLayoutEffect, useMemo, useRef } from 'react'
import { stopIn } from './useBody'

interface Line {
  id: string
  /** Where it is in the list. */
  index: number
}

/** The key of the element of each row, by the row's id. */
type Slots = ReadonlyMap<string, number>

interface Drawn {
  slots: Slots
  /** The element at each place of the list that was shown. */
  places: ReadonlyMap<number, number>
}

const NOTHING: Drawn = { slots: new Map(), places: new Map() }

/**
 * Keys for the elements of rows. An element belongs to a place of the list: while the list scrolls its
 * row keeps it, and when another search puts another row there that one takes it over, so that texts
 * are changed and nothing is made. Only the row where the keyboard is takes its element along.
 */
export function useSlots(shown: readonly Line[], focused: string | null): Slots {
  const last = useRef(NOTHING)
  const drawn = useMemo(() => assign(shown, focused, last.current), [shown, focused])
  useLayoutEffect(() => {
    last.current = drawn
  }, [drawn])
  return drawn.slots
}

function assign(shown: readonly Line[], focused: string | null, last: Drawn): Drawn {
  const places = new Map<number, number>()
  const used = new Set<number>()
  const take = (index: number, slot: number | undefined): void => {
    if (slot === undefined || used.has(slot) || places.has(index)) return
    places.set(index, slot)
    used.add(slot)
  }
  for (const { id, index } of shown)
    if (stopIn(id, focused) !== null) take(index, last.slots.get(id))
  for (const { index } of shown) take(index, last.places.get(index))
  const free = [...last.places.values()].filter((slot) => !used.has(slot))
  let fresh = Math.max(-1, ...last.places.values()) + 1
  for (const { index } of shown) if (!places.has(index)) take(index, free.shift() ?? fresh++)
  return { places, slots: new Map(shown.map(({ id, index }) => [id, places.get(index) ?? -1])) }
}
