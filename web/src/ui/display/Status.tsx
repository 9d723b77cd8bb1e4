import type { ReactNode } from 'react'
import { join } from '../join'
import type { Tone } from '../tone'
import styles from './Status.module.css'

/** One shape for each tone, so that colour is never alone. */
const SHAPE: Record<Tone, string> = {
  neutral: 'M2 6h8',
  info: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  ok: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  waiting: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM6 1.5v9a4.5 4.5 0 0 0 0-9z',
  warn: 'M6 1 11.2 10.5H.8z',
  bad: 'M6 .5 11.5 6 6 11.5.5 6z',
}

interface Props {
  tone: Tone
  /** The state in a word or two. */
  children: ReactNode
}

/** The state of a thing: a dot and its word. */
export function Status({ tone, children }: Props) {
  return (
    <span className={styles.status}>
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        focusable="false"
        className={join(styles.dot, styles[tone])}
      >
        <path d={SHAPE[tone]} />
      </svg>
      {children}
    </span>
  )
}
