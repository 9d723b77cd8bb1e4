import { useLanguage, useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Menu } from '../action/Menu'
import { useCommands } from '../keys/commands'
import { toast } from '../overlay/toast'
import { saveFile } from '../save'
import type { Placed } from './arrange'
import { ColumnsPanel } from './ColumnsPanel'
import { csv, json } from './exported'
import type { Arrangement, View } from './kept'
import type { DataTableProps } from './types'
import { Views } from './Views'

interface Props<R extends object> {
  props: Pick<DataTableProps<R>, 'id' | 'columns' | 'onExport' | 'tools'>
  /** Those that show. */
  columns: readonly Placed<R>[]
  arrangement: Arrangement
  onArrange: (kept: Arrangement | null) => void
  /** What is listed now. */
  rows: () => readonly R[]
  /** null where nothing may be kept. */
  views: readonly View[] | null
  onViews: (views: readonly View[]) => void
  now: () => Omit<View, 'name'>
  onOpen: (view: View) => void
}

/** The buttons at the end of a table's bar: what is its own, columns, views, export. */
export function Tools<R extends object>(all: Props<R>) {
  const { props, arrangement, views } = all
  const { ui } = useText()
  const language = useLanguage()
  const give = (kind: 'csv' | 'json') => {
    const rows = all.rows()
    const columns = all.columns.map(({ column }) => column)
    const name = `${props.id}-${new Date().toISOString().slice(0, 10)}.${kind}`
    if (kind === 'csv') saveFile(name, 'text/csv;charset=utf-8', csv(rows, columns, language))
    else saveFile(name, 'application/json', json(rows, columns))
    props.onExport?.(rows.length, kind)
    toast(ui.table.exported(rows.length))
  }
  useCommands([
    {
      id: 'table.export',
      label: ui.table.exportKey,
      icon: 'download',
      keys: 'Shift+E',
      run: () => give('csv'),
    },
  ])
  return (
    <>
      {props.tools}
      <ColumnsPanel columns={props.columns} kept={arrangement} onChange={all.onArrange} />
      {views && <Views views={views} onViews={all.onViews} now={all.now} onOpen={all.onOpen} />}
      <Menu
        label={ui.table.exportAs}
        trigger={<IconButton icon="download" label={ui.table.exportAs} />}
        entries={[
          {
            id: 'csv',
            label: ui.table.exportCsv,
            shortcut: 'Shift+E',
            onAction: () => give('csv'),
          },
          { id: 'json', label: ui.table.exportJson, onAction: () => give('json') },
        ]}
      />
    </>
  )
}
