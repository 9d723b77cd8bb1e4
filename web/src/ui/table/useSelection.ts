import { useMemo, useState } from 'react'
import type { Selection } from 'react-aria-components/Menu'

/** What is selected; it outlives filters, so some of it may be out of view. */
export function useSelection<R>(all: readonly R[], shown: readonly R[], rowId: (row: R) => string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [isEverything, setEverything] = useState(false)
  // what was deleted meanwhile is no longer selected
  const rows = useMemo(
    () => (ids.size === 0 ? [] : all.filter((row) => ids.has(rowId(row)))),
    [all, rowId, ids],
  )
  const inView = useMemo(
    () => (ids.size === 0 ? 0 : shown.filter((row) => ids.has(rowId(row))).length),
    [shown, rowId, ids],
  )

  const set = (next: ReadonlySet<string>) => {
    setIds(next)
    setEverything(false)
  }
  return {
    ids,
    rows,
    hidden: rows.length - inView,
    isEverything,
    selectEverything: () => setEverything(true),
    isAllInView: inView > 0 && inView === shown.length,
    // as it is given: it knows from where Shift goes on
    select: (keys: Selection) =>
      set(keys === 'all' ? new Set([...ids, ...shown.map(rowId)]) : (keys as ReadonlySet<string>)),
    toggle: (id: string) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    clear: () => set(new Set()),
  }
}
