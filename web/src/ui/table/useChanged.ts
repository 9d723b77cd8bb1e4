import { useEffect, useRef, useState } from 'react'

const SHOWN_FOR = 1_600
const NONE: ReadonlySet<string> = new Set()

/** The ids of rows whose revision is another than when they were last seen, for a moment. */
export function useChanged<R>(
  rows: readonly R[],
  rowId: (row: R) => string,
  revision: ((row: R) => string | number) | undefined,
): ReadonlySet<string> {
  const seen = useRef<Map<string, string | number>>(undefined)
  const [changed, setChanged] = useState(NONE)
  useEffect(() => {
    if (!revision) return
    const before = seen.current
    const now = new Map<string, string | number>()
    const differ = new Set<string>()
    for (const row of rows) {
      const [id, value] = [rowId(row), revision(row)]
      now.set(id, value)
      if (before?.has(id) && before.get(id) !== value) differ.add(id)
    }
    seen.current = now
    if (differ.size > 0) setChanged(differ)
  }, [rows, rowId, revision])
  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(() => setChanged(NONE), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [changed])
  return changed
}
