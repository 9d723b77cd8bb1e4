import { useSyncExternalStore } from 'react'

/** What stands over the page: the palette, the list of keys, or neither. */
export type Shown = 'palette' | 'keys' | null

let shown: Shown = null
const listeners = new Set<() => void>()

export function show(what: Shown): void {
  shown = what
  for (const listener of listeners) listener()
}

/** Opens the palette. */
export const openPalette = (): void => show('palette')

export const useShown = (): Shown =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
