import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import styles from './State.module.css'

const ICON: Record<EmptyKind, IconName> = {
  nothing: 'add',
  noMatch: 'search',
  notAllowed: 'lock',
  notLoaded: 'refresh',
}

/** Nothing is there yet; something is, but not what was asked for; one may not see; it did not come. */
export type EmptyKind = 'nothing' | 'noMatch' | 'notAllowed' | 'notLoaded'

interface Props {
  kind: EmptyKind
  /** In place of the drawing of the kind. */
  icon?: IconName
  title: string
  /** Why, and what would change it. */
  children?: ReactNode
  /** The first thing to do: invite, clear the filters, try again. */
  action?: ReactNode
  /** For the inside of a card. */
  isSmall?: boolean
}

/** Why there is nothing here. */
export function EmptyState({ kind, icon, title, children, action, isSmall = false }: Props) {
  return (
    <div className={join(styles.state, isSmall && styles.small)}>
      <span className={styles.picture}>
        <Icon name={icon ?? ICON[kind]} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
