import { lazy, type ReactNode, Suspense } from 'react'
import { useText } from '../../i18n'
import { Wordmark } from '../brand/Brand'
import styles from './AuthCard.module.css'
import { useArrival } from './useArrival'

// menus are a third of what this page would need, and nobody waits for this one
const AppearanceMenu = lazy(async () => {
  const { AppearanceMenu } = await import('../shell/AppearanceMenu')
  return { default: AppearanceMenu }
})

interface Props {
  title: string
  /** One sentence beneath it. */
  lead?: ReactNode
  /** Beneath the card: other ways, other pages. */
  footer?: ReactNode
  size?: 'normal' | 'wide'
  children: ReactNode
}

/** The page of whoever is not signed in: one card, one question. */
export function AuthCard({ title, lead, footer, size = 'normal', children }: Props) {
  const { shell } = useText()
  const heading = useArrival(title)
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Wordmark />
        <Suspense>
          <AppearanceMenu />
        </Suspense>
      </header>
      <main className={styles.main}>
        <section className={size === 'wide' ? styles.wide : styles.card}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
          <div className={styles.body}>{children}</div>
        </section>
        {footer && <div className={styles.footer}>{footer}</div>}
      </main>
      <footer className={styles.host}>
        {/* whoever follows a mailed link can see where they are before typing anything */}
        {shell.youAreOn} <strong>{window.location.host}</strong>
      </footer>
    </div>
  )
}
