import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import { Checkbox } from '../field/Checkbox'
import { change } from './arrange'
import styles from './ColumnsPanel.module.css'
import type { Arrangement } from './kept'
import type { Column } from './types'

const STEP = 40
const USUAL = 160

interface Props<R> {
  columns: readonly Column<R>[]
  kept: Arrangement
  onChange: (kept: Arrangement | null) => void
}

/** Which columns show, in which order, how wide, and which stay in view. */
export function ColumnsPanel<R>({ columns, kept, onChange }: Props<R>) {
  const { ui } = useText()
  const known = columns.map(({ id }) => id)
  const order = [
    ...kept.order.filter((id) => known.includes(id)),
    ...known.filter((id) => !kept.order.includes(id)),
  ]
  const complete = { ...kept, order }
  const { table } = ui
  return (
    <DialogTrigger>
      <IconButton icon="columns" label={table.columns} />
      <Popover placement="bottom end" offset={4} className={styles.popover ?? ''}>
        <Dialog aria-label={table.columns} className={styles.panel ?? ''}>
          <p className={styles.lead}>{table.columnsLead}</p>
          <ul className={styles.list}>
            {order.map((id, index) => {
              const column = columns.find((one) => one.id === id)
              if (!column) return null
              const { header } = column
              const isPinned = kept.pinned.includes(id)
              const width = kept.widths[id] ?? column.width ?? USUAL
              const isShown = column.isIdentity || !kept.hidden.includes(id)
              return (
                <li key={id} className={styles.column}>
                  <span className={styles.name}>
                    <Checkbox
                      isSelected={isShown}
                      isDisabled={column.isIdentity ?? false}
                      onChange={(shown) => onChange(change.show(complete, id, shown))}
                    >
                      {header}
                    </Checkbox>
                  </span>
                  <IconButton
                    size="small"
                    icon="minus"
                    label={table.narrower(header)}
                    onPress={() => onChange(change.widen(complete, id, width - STEP))}
                  />
                  <IconButton
                    size="small"
                    icon="add"
                    label={table.wider(header)}
                    onPress={() => onChange(change.widen(complete, id, width + STEP))}
                  />
                  <IconButton
                    size="small"
                    icon={isPinned ? 'unpin' : 'pin'}
                    label={isPinned ? table.unpin(header) : table.pin(header)}
                    onPress={() => onChange(change.pin(complete, id, !isPinned))}
                  />
                  <IconButton
                    size="small"
                    icon="arrowUp"
                    label={table.moveUp(header)}
                    isHeld={index === 0}
                    onPress={() => onChange(change.move(complete, id, -1))}
                  />
                  <IconButton
                    size="small"
                    icon="arrowDown"
                    label={table.moveDown(header)}
                    isHeld={index === order.length - 1}
                    onPress={() => onChange(change.move(complete, id, 1))}
                  />
                </li>
              )
            })}
          </ul>
          <div className={styles.foot}>
            <Button size="small" onPress={() => onChange(null)}>
              {table.reset}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
