import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import type { Tone } from '../tone'
import styles from './Callout.module.css'

const ICON: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  ok: 'check',
  waiting: 'clock',
  warn: 'alert',
  bad: 'alert',
}

interface Props {
  tone?: Tone
  title?: string
  /** What to do about it. */
  action?: ReactNode
  children?: ReactNode
}

/** Something to know at this place of the page. For the whole page there is `Banner`. */
export function Callout({ tone = 'info', title, action, children }: Props) {
  return (
    <div className={join(styles.callout, styles[tone])}>
      <Icon name={ICON[tone]} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
