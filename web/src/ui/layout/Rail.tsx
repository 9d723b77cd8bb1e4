import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { useFormat } from '../../i18n'
import { Icon, type IconName } from '../Icon'
import { useMedia } from '../useMedia'
import styles from './Rail.module.css'

export interface RailEntry {
  label: string
  href: string
  icon: IconName
  count: number
  isCurrent: boolean
}

export interface RailGroup {
  id: string
  label?: string
  /** Beside the label, e.g. a button that adds one. */
  action?: ReactNode
  entries: readonly RailEntry[]
}

interface Props {
  /** What the entries are parts of. */
  label: string
  groups: readonly RailGroup[]
  children: ReactNode
}

/** A list beside its parts: one chooses what the list shows. Folded above it where it is narrow. */
export function Rail({ label, groups, children }: Props) {
  const isNarrow = useMedia('(max-width: 59.9375rem)')
  const current = groups.flatMap(({ entries }) => entries).find(({ isCurrent }) => isCurrent)
  const list = <List label={label} groups={groups} />
  return (
    <div className={styles.layout}>
      {isNarrow ? (
        // another part was chosen: fold again
        <details key={current?.href} className={styles.fold}>
          <summary className={styles.summary}>
            <Icon name="filter" size="small" />
            {current?.label ?? label}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
      <div className={styles.main}>{children}</div>
    </div>
  )
}

function List({ label, groups }: Omit<Props, 'children'>) {
  const { number } = useFormat()
  return (
    <nav aria-label={label} className={styles.rail}>
      {groups.map((group) => (
        <div key={group.id}>
          {group.label && (
            <div className={styles.head}>
              <h2 className={styles.title}>{group.label}</h2>
              {group.action}
            </div>
          )}
          <ul>
            {group.entries.map(({ label: name, href, icon, count, isCurrent }) => (
              <li key={href}>
                <Link
                  href={href}
                  className={styles.entry ?? ''}
                  {...(isCurrent && { 'aria-current': 'page' as const })}
                >
                  <Icon name={icon} size="small" />
                  <span className={styles.name}>{name}</span>
                  <span className={styles.count}>{number(count)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
