import { useCallback, useState } from 'react'

/** How a person arranged the columns of a table on this device. */
export interface Arrangement {
  /** Ids in order; columns it does not know come after. */
  order: readonly string[]
  hidden: readonly string[]
  pinned: readonly string[]
  widths: Readonly<Record<string, number>>
}

/** A question with a name. */
export interface View {
  name: string
  /** Filters and words in their text form. */
  asks: string
  sort: string
  arrangement: Arrangement | null
  isDefault?: boolean
}

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

/** State that this device remembers under `key`; `null` forgets it. */
export function useKept<T>(key: string): [T | null, (value: T | null) => void] {
  const [value, setValue] = useState(() => read<T>(key))
  const keep = useCallback(
    (next: T | null) => {
      if (next === null) localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify(next))
      setValue(next)
    },
    [key],
  )
  return [value, keep]
}
