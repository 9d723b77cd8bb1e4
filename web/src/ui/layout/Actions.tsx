import type { ReactNode } from 'react'
import styles from './Layout.module.css'

/** Buttons at the end of a form or dialog: the main one last, where reading ends. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
