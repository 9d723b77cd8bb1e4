import { type MouseEvent, type ReactNode, use } from 'react'
import { AddressOfContext, GoContext } from '../address'
import styles from './Link.module.css'

interface Props {
  /** A path of `paths`. */
  href: string
  children: ReactNode
}

/** As a quiet `Link`, for lists: there are many of them, so it is no more than what the browser has. */
export function RowLink({ href, children }: Props) {
  const go = use(GoContext)
  const addressOf = use(AddressOfContext)
  const follow = (event: MouseEvent) => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event
    // to a tab or a window of its own, or to a file
    if (ctrlKey || metaKey || shiftKey || altKey) return
    event.preventDefault()
    go(href)
  }
  return (
    <a href={addressOf(href)} onClick={follow} data-row-link="" className={styles.row}>
      {children}
    </a>
  )
}
