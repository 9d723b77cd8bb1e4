import { createContext } from 'react'

/** Goes to a path of `paths`, without a reload. */
export const GoContext = createContext<(path: string) => void>(() => {})

/** The address in the bar of the browser for a path of `paths`. */
export const AddressOfContext = createContext<(path: string) => string>((path) => path)

/** Tells of changes of the address: those of the router where there is one. */
export type WatchAddress = (changed: () => void) => () => void

export const AddressContext = createContext<WatchAddress>((changed) => {
  window.addEventListener('popstate', changed)
  return () => window.removeEventListener('popstate', changed)
})

/** Writes parameters into the address without a step in the history; empty ones go. */
export function writeParameters(values: Readonly<Record<string, string>>): void {
  const address = new URL(window.location.href)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  if (address.href === window.location.href) return
  window.history.replaceState(window.history.state, '', address)
}
