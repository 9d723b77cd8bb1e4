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
    const now = new Map(rows.map((row) => [rowId(row), revision(row)]))
    const before = seen.current
    seen.current = now
    if (!before) return
    const differ = [...now].filter(([id, value]) => before.has(id) && before.get(id) !== value)
    if (differ.length > 0) setChanged(new Set(differ.map(([id]) => id)))
  }, [rows, rowId, revision])
  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(() => setChanged(NONE), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [changed])
  return changed
}
