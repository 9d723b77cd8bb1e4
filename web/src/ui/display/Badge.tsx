import type { ReactNode } from 'react'
import { join } from '../join'
import type { Tone } from '../tone'
import styles from './Badge.module.css'

/** A word beside a name: a plan, a role, "new". For states there is `Status`. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={join(styles.badge, styles[tone])}>{children}</span>
}
