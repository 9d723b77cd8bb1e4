import type { ReactNode } from 'react'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Link } from '../action/Link'
import { Menu, type MenuEntry } from '../action/Menu'
import { Icon } from '../Icon'
import styles from './PageHead.module.css'
import { useArrival } from './useArrival'

interface Props {
  title: string
  /** Whose page it is, for the title of the window: the organization's name. */
  context?: string
  /** One sentence of state: "312 members, 4 to confirm." */
  state?: ReactNode
  /** Beside the title, e.g. a `Status`. */
  badge?: ReactNode
  /** The one primary action, as a `Button` or `ButtonLink`. */
  action?: ReactNode
  /** Everything else. */
  menu?: readonly MenuEntry[]
  /** The list this page belongs to. */
  back?: { label: string; href: string }
}

/** The head of every page: its only first-level title, its state and what can be done. */
export function PageHead({ title, context, state, badge, action, menu = [], back }: Props) {
  const { common } = useText()
  const heading = useArrival(title, context)
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {back && (
          <p className={styles.back}>
            <Icon name="arrowLeft" size="small" mirrors />
            <Link href={back.href} variant="quiet">
              {back.label}
            </Link>
          </p>
        )}
        <div className={styles.line}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {badge}
        </div>
        {state && <div className={styles.state}>{state}</div>}
      </div>
      <div className={styles.actions}>
        {action}
        <Menu
          label={common.actions.more}
          trigger={<IconButton icon="more" label={common.actions.more} />}
          entries={menu}
        />
      </div>
    </header>
  )
}
