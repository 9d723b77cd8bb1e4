import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import type { IconName } from '../Icon'
import { Dialog } from '../overlay/Dialog'
import styles from './BulkBar.module.css'

/** Why some of what is selected is left out, and their names. */
export interface LeftOut {
  reason: string
  names: readonly string[]
}

export interface BulkEntry {
  id: string
  /** With the number: `Confirm 12`. */
  label: string
  icon?: IconName | undefined
  tone?: 'danger' | undefined
  /** How many it applies to, of all that is selected. */
  count: number
  leftOut: readonly LeftOut[]
  run: () => void
}

interface Props {
  /** "15 selected, 3 not in view". */
  summary: ReactNode
  /** An offer to select more. */
  more?: ReactNode
  selected: number
  entries: readonly BulkEntry[]
  onClear: () => void
}

const NAMED = 3

/** What can be done with what is selected; what does not apply to all says so before it runs. */
export function BulkBar({ summary, more, selected, entries, onClear }: Props) {
  const { ui } = useText()
  const [asked, setAsked] = useState<BulkEntry | null>(null)
  const name = ({ label, leftOut }: BulkEntry) =>
    leftOut.length > 0 ? ui.table.of(label, selected) : label
  return (
    <section aria-label={ui.table.selection} className={styles.bar} data-bulk>
      <div role="status" className={styles.summary}>
        {summary}
      </div>
      {more}
      <div className={styles.actions}>
        {entries.map((entry) => (
          <Button
            key={entry.id}
            icon={entry.icon}
            variant={entry.tone === 'danger' ? 'danger' : 'secondary'}
            onPress={() => (entry.leftOut.length > 0 ? setAsked(entry) : entry.run())}
          >
            {name(entry)}
          </Button>
        ))}
        <IconButton icon="close" label={ui.table.clearSelection} onPress={onClear} />
      </div>
      {asked && <Explained entry={asked} title={name(asked)} onDone={() => setAsked(null)} />}
    </section>
  )
}

function Explained({
  entry,
  title,
  onDone,
}: {
  entry: BulkEntry
  title: string
  onDone: () => void
}) {
  const { common, ui } = useText()
  const left = entry.leftOut.reduce((sum, { names }) => sum + names.length, 0)
  return (
    <Dialog
      isOpen
      size="small"
      title={title}
      onOpenChange={onDone}
      actions={
        <>
          <Button onPress={onDone}>
            {entry.count > 0 ? common.actions.cancel : common.actions.close}
          </Button>
          {entry.count > 0 && (
            <Button
              variant={entry.tone === 'danger' ? 'danger' : 'primary'}
              onPress={() => {
                onDone()
                entry.run()
              }}
            >
              {entry.label}
            </Button>
          )}
        </>
      }
    >
      <p>{entry.count > 0 ? ui.table.leftOut(left) : ui.table.noneLeft}</p>
      <ul className={styles.reasons}>
        {entry.leftOut.map(({ reason, names }) => (
          <li key={reason}>
            <strong>{reason}</strong>
            <div className={styles.names}>
              {names.slice(0, NAMED).join(', ')}{' '}
              {names.length > NAMED && ui.table.andMore(names.length - NAMED)}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
