import { useMemo } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { BulkBar, type BulkEntry, type LeftOut } from './BulkBar'
import type { BulkAction, TableQuery } from './types'
import type { useSelection } from './useSelection'

interface Props<R> {
  selection: ReturnType<typeof useSelection<R>>
  actions: readonly BulkAction<R>[]
  query: TableQuery
  nameOf: (row: R) => string
  /** How many match on the server, also those not loaded. */
  everything: number | null
}

/** What is selected in a table, and what can be done with it. */
export function SelectionBar<R>({ selection, actions, query, nameOf, everything }: Props<R>) {
  const { common, ui } = useText()
  const { rows, hidden, isEverything } = selection
  const mayTakeAll = everything !== null && everything > rows.length && selection.isAllInView
  const entries = useMemo(
    () => actions.map((action) => judged(action, rows, nameOf)),
    [actions, rows, nameOf],
  )
  const said =
    isEverything && everything !== null
      ? ui.table.everything(everything)
      : common.selected(rows.length)
  return (
    <BulkBar
      summary={hidden > 0 && !isEverything ? `${said} · ${ui.table.hidden(hidden)}` : said}
      more={
        mayTakeAll &&
        !isEverything && (
          <Button size="small" variant="quiet" onPress={selection.selectEverything}>
            {ui.table.selectEverything(everything)}
          </Button>
        )
      }
      selected={rows.length}
      entries={
        isEverything && everything !== null
          ? actions.map((action) => whole(action, everything, query))
          : entries
      }
      onClear={selection.clear}
    />
  )
}

function whole<R>(action: BulkAction<R>, count: number, query: TableQuery): BulkEntry {
  const { id, label, icon, tone, run } = action
  return { id, label: label(count), icon, tone, count, leftOut: [], run: () => run([], query) }
}

function judged<R>(
  action: BulkAction<R>,
  rows: readonly R[],
  nameOf: (row: R) => string,
): BulkEntry {
  const { id, label, icon, tone, refuses, run } = action
  const reasons = new Map<string, string[]>()
  const fit = rows.filter((row) => {
    const reason = refuses?.(row) ?? null
    if (reason !== null) {
      const names = reasons.get(reason) ?? []
      names.push(nameOf(row))
      reasons.set(reason, names)
    }
    return reason === null
  })
  const leftOut: LeftOut[] = [...reasons].map(([reason, names]) => ({ reason, names }))
  return {
    id,
    label: label(fit.length),
    icon,
    tone,
    count: fit.length,
    leftOut,
    run: () => run(fit, null),
  }
}
