import { useMemo, useState } from 'react'
import type { Selection } from 'react-aria-components/Menu'

/** What is selected; it outlives filters, so some of it may be out of view. */
export function useSelection<R>(all: readonly R[], shown: readonly R[], rowId: (row: R) => string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [isEverything, setEverything] = useState(false)
  const byId = useMemo(() => new Map(all.map((row) => [rowId(row), row])), [all, rowId])
  // what was deleted meanwhile is no longer selected
  const rows = useMemo(
    () =>
      [...ids].flatMap((id) => {
        const row = byId.get(id)
        return row === undefined ? [] : [row]
      }),
    [ids, byId],
  )
  const inView = useMemo(() => new Set(shown.map(rowId)), [shown, rowId])
  const hidden = rows.filter((row) => !inView.has(rowId(row))).length

  const set = (next: ReadonlySet<string>) => {
    setIds(next)
    setEverything(false)
  }
  return {
    ids,
    rows,
    hidden,
    isEverything,
    selectEverything: () => setEverything(true),
    isAllInView: inView.size > 0 && [...inView].every((id) => ids.has(id)),
    // as it is given: it knows from where Shift goes on
    select: (keys: Selection) =>
      set(keys === 'all' ? new Set([...ids, ...inView]) : (keys as ReadonlySet<string>)),
    toggle: (id: string) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    clear: () => set(new Set()),
  }
}
