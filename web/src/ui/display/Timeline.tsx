import type { ReactNode } from 'react'
import { type Instant, useFormat } from '../../i18n'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import type { Tone } from '../tone'
import styles from './Timeline.module.css'

export interface Moment {
  id: string
  at: Instant
  title: ReactNode
  body?: ReactNode
  icon?: IconName
  tone?: Tone
}

/** What happened to a thing, newest first as given. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const format = useFormat()
  return (
    <ol className={styles.line}>
      {moments.map(({ id, at, title, body, icon = 'clock', tone = 'neutral' }) => (
        <li key={id} className={styles.moment}>
          <span className={join(styles.knot, styles[tone])}>
            <Icon name={icon} size="small" />
          </span>
          <div className={styles.words}>
            <p className={styles.title}>{title}</p>
            <time dateTime={new Date(at).toISOString()} className={styles.time}>
              {format.dateTime(at)}
            </time>
            {body && <div>{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
