import { Link } from 'react-aria-components/Link'
import { useFormat, useText } from '../../i18n'
import { Badge } from '../display/Badge'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './SideNav.module.css'
import type { NavGroup, NavItem } from './types'

interface Props {
  groups: readonly NavGroup[]
  /** Icons alone. */
  isSmall?: boolean
  /** Told when one of them was chosen. */
  onNavigate?: () => void
}

/** The pages of a portal. */
export function SideNav({ groups, isSmall = false, onNavigate }: Props) {
  const { shell } = useText()
  return (
    <nav aria-label={shell.navigation} className={join(styles.nav, isSmall && styles.small)}>
      {groups
        .filter((group) => group.items.length > 0)
        .map((group) => (
          <div key={group.id} className={styles.group}>
            {group.label && <h2 className={styles.title}>{group.label}</h2>}
            <ul className={styles.list}>
              {group.items.map((item) => (
                <Entry key={item.href} item={item} onNavigate={onNavigate} />
              ))}
            </ul>
          </div>
        ))}
    </nav>
  )
}

interface EntryProps {
  item: NavItem
  onNavigate: (() => void) | undefined
}

function Entry({ item, onNavigate }: EntryProps) {
  const { label, href, icon, count, isCurrent = false } = item
  const { number } = useFormat()
  return (
    <li>
      <Link
        href={href}
        className={styles.item ?? ''}
        {...(onNavigate && { onPress: onNavigate })}
        {...(isCurrent && { 'aria-current': 'page' as const })}
      >
        <Icon name={icon} />
        <span className={styles.label}>{label}</span>
        {count !== undefined && count > 0 && (
          <span className={styles.count}>
            <Badge tone="warn">{number(count)}</Badge>
          </span>
        )}
      </Link>
    </li>
  )
}
