import type { MenuEntry, MenuGroup } from '../action/Menu'
import type { IconName } from '../Icon'

/** A page in the side navigation. */
export interface NavItem {
  label: string
  href: string
  icon: IconName
  /** How many wait there. */
  count?: number | undefined
  isCurrent?: boolean | undefined
  /** Keys that lead there: `g m`. */
  keys?: string
  /** Other words it is found by. */
  keywords?: readonly string[]
}

export interface NavGroup {
  id: string
  label?: string | undefined
  items: readonly NavItem[]
}

/** A station of the path in the app bar. */
export interface Crumb {
  id: string
  label: string
  href?: string
  /** Where else one can go at this station: the other organizations. */
  switcher?: readonly MenuEntry[]
}

/** Who is signed in, and what they may do about it. */
export interface ShellAccount {
  name: string
  email: string
  /** Lock, log out, settings; language, theme and density follow by themselves. */
  groups: readonly MenuGroup[]
}
