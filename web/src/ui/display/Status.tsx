import type { ReactNode } from 'react'
import { join } from '../join'
import type { Tone } from '../tone'
import styles from './Status.module.css'

interface Props {
  tone: Tone
  /** The state in a word or two. */
  children: ReactNode
}

/** The state of a thing: a shape and its word. One element, for there is one in every row of a list. */
export function Status({ tone, children }: Props) {
  return <span className={join(styles.status, styles[tone])}>{children}</span>
}
