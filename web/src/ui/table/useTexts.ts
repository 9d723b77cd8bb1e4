import { useEffect, useMemo } from 'react'
import { searched } from './rows'
import type { Column } from './types'

/** How many rows are read at a time before anybody searches. */
const PIECE = 500

/**
 * What is searched of each row. It is read while nothing else is to be done, so that the first key
 * of a search need not wait for ten thousand rows; what is asked for before that is read at once.
 */
export function useTexts<R extends object>(
  rows: readonly R[],
  columns: readonly Column<R>[],
): (row: R) => string {
  const textOf = useMemo(() => {
    const known = new WeakMap<R, string>()
    return (row: R): string => {
      const text = known.get(row) ?? searched(row, columns)
      known.set(row, text)
      return text
    }
  }, [columns])

  useEffect(() => {
    let at = 0
    let waiting: ReturnType<typeof setTimeout>
    const read = () => {
      for (const row of rows.slice(at, at + PIECE)) textOf(row)
      at += PIECE
      wait()
    }
    const wait = () => {
      if (at < rows.length) waiting = setTimeout(read, 0)
    }
    wait()
    return () => clearTimeout(waiting)
  }, [rows, textOf])
  return textOf
}
