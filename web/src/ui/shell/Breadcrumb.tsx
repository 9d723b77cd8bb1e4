import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from '../../i18n'
import { Link } from '../action/Link'
import { Menu } from '../action/Menu'
import { Icon } from '../Icon'
import styles from './Breadcrumb.module.css'
import type { Crumb } from './types'

/** Where one is, with the neighbours of each station behind a small arrow. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { shell } = useText()
  return (
    <nav aria-label={shell.path} className={styles.path}>
      <ol className={styles.list}>
        {crumbs.map(({ id, label, href, switcher = [] }, index) => (
          <li key={id} className={styles.crumb}>
            {href ? (
              <Link href={href} variant="quiet">
                {label}
              </Link>
            ) : (
              <span
                className={styles.here}
                {...(index === crumbs.length - 1 && { 'aria-current': 'page' as const })}
              >
                {label}
              </span>
            )}
            <Menu
              label={shell.switchFrom(label)}
              entries={switcher}
              placement="bottom start"
              trigger={
                <AriaButton aria-label={shell.switchFrom(label)} className={styles.switch ?? ''}>
                  <Icon name="chevronDown" size="small" />
                </AriaButton>
              }
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}
