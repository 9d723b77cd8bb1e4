import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Link } from '../action/Link'
import { Mark } from '../brand/Brand'
import { KeyboardHint } from '../display/KeyboardHint'
import { Icon } from '../Icon'
import { join } from '../join'
import { openPalette } from '../palette/open'
import { type CommandSource, Palette } from '../palette/Palette'
import { ActivityPanel } from '../work/ActivityPanel'
import { AccountMenu } from './AccountMenu'
import styles from './AppShell.module.css'
import { Breadcrumb } from './Breadcrumb'
import { NavSheet } from './NavSheet'
import { SideNav } from './SideNav'
import type { Crumb, NavGroup, ShellAccount } from './types'
import { useShellCommands } from './useShellCommands'

const KEPT = 'wardstead.nav'

export interface AppShellProps {
  /** Where the mark leads. */
  home: string
  crumbs: readonly Crumb[]
  nav: readonly NavGroup[]
  account: ShellAccount
  /** What the palette finds besides pages and commands. */
  sources?: readonly CommandSource[]
  /** More buttons in the bar. */
  tools?: ReactNode
  /** `Banner`s across the top. */
  banners?: ReactNode
  /** Marks the whole frame while staff of a provider work for a client. */
  isForClient?: boolean
  children: ReactNode
}

/** The frame of every signed-in page: bar, navigation, content. */
export function AppShell({
  home,
  crumbs,
  nav,
  account,
  sources,
  tools,
  banners,
  isForClient = false,
  children,
}: AppShellProps) {
  const { common, shell } = useText()
  const [isSmall, setSmall] = useState(() => localStorage.getItem(KEPT) === 'small')
  const fold = () => {
    localStorage.setItem(KEPT, isSmall ? 'wide' : 'small')
    setSmall(!isSmall)
  }
  useShellCommands(nav)
  return (
    <div className={join(styles.shell, isSmall && styles.small, isForClient && styles.forClient)}>
      <a href="#content" className={styles.skip}>
        {common.skipToContent}
      </a>
      <header className={styles.bar}>
        <NavSheet groups={nav} />
        <span className={styles.mark}>
          <Link href={home} aria-label={common.product}>
            <Mark />
          </Link>
        </span>
        <Breadcrumb crumbs={crumbs} />
        <AriaButton className={styles.search ?? ''} onPress={openPalette}>
          <Icon name="search" size="small" />
          <span className={styles.searchWords}>{shell.search}</span>
          <KeyboardHint keys="Mod+K" />
        </AriaButton>
        <div className={styles.tools}>
          {tools}
          <ActivityPanel />
          <AccountMenu {...account} />
        </div>
      </header>
      <div className={styles.side}>
        <SideNav groups={nav} isSmall={isSmall} />
        <div className={styles.fold}>
          <IconButton
            icon="panel"
            size="small"
            label={isSmall ? shell.unfold : shell.fold}
            onPress={fold}
          />
        </div>
      </div>
      <div className={styles.column}>
        {banners}
        <main id="content" tabIndex={-1} data-quiet-focus className={styles.content}>
          {children}
        </main>
      </div>
      <Palette {...(sources && { sources })} />
    </div>
  )
}
