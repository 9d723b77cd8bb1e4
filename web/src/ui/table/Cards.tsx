import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import { Menu } from '../action/Menu'
import type { Placed } from './arrange'
import styles from './Cards.module.css'
import { content } from './content'
import { Tick } from './Tick'
import type { DataTableProps } from './types'

const AT_ONCE = 50

interface Props<R extends object>
  extends Pick<DataTableProps<R>, 'label' | 'rowId' | 'rowHref' | 'rowMenu' | 'onOpen'> {
  rows: readonly R[]
  columns: readonly Placed<R>[]
  nameOf: (row: R) => string
  words: readonly string[]
  selected: ReadonlySet<string> | null
  onToggle: (id: string) => void
  onEnd?: (() => void) | undefined
}

/** The rows where there is no room for columns: the same facts in the same order. */
export function Cards<R extends object>(props: Props<R>) {
  const { rows, columns, rowId, rowHref, rowMenu, nameOf, words, selected, onToggle } = props
  const text = useText()
  const { ui } = text
  const format = useFormat()
  const said = { words, text, format }
  const [limit, setLimit] = useState(AT_ONCE)
  const shown = rows.slice(0, limit)
  const left = rows.length - shown.length
  const identity = columns.find(({ column }) => column.isIdentity) ?? columns[0]
  const facts = columns.filter((place) => place !== identity)
  return (
    <>
      <ul aria-label={props.label} className={styles.list}>
        {shown.map((row) => {
          const id = rowId(row)
          return (
            <li key={id} className={styles.card} data-selected={selected?.has(id) || undefined}>
              <div className={styles.head}>
                {selected && (
                  <span className={styles.tick}>
                    <Tick
                      aria-label={nameOf(row)}
                      checked={selected.has(id)}
                      onChange={() => onToggle(id)}
                    />
                  </span>
                )}
                <div className={styles.name}>
                  {identity && content(identity.column, row, rowHref?.(row), said)}
                </div>
                {rowMenu && (
                  <Menu
                    label={ui.table.actionsFor(nameOf(row))}
                    entries={rowMenu(row)}
                    trigger={
                      <IconButton
                        icon="more"
                        size="small"
                        label={ui.table.actionsFor(nameOf(row))}
                      />
                    }
                  />
                )}
              </div>
              <dl className={styles.facts}>
                {facts.map((place) => (
                  <div key={place.column.id} className={styles.fact}>
                    <dt>{place.column.header}</dt>
                    <dd>{content(place.column, row, undefined, said)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          )
        })}
      </ul>
      {left > 0 && (
        <Button onPress={() => setLimit(limit + AT_ONCE)}>
          {ui.table.showMore(Math.min(AT_ONCE, left))}
        </Button>
      )}
      {left === 0 && props.onEnd && <End onReached={props.onEnd} />}
    </>
  )
}

/** Tells when a person has scrolled to it. */
function End({ onReached }: { onReached: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const reached = useEffectEvent(onReached)
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) reached()
    })
    if (end.current) watch.observe(end.current)
    return () => watch.disconnect()
  }, [])
  return <div ref={end} />
}
