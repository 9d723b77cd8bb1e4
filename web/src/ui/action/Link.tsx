import type { ReactNode } from 'react'
import { Link as AriaLink, type LinkProps as AriaProps } from 'react-aria-components/Link'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Link.module.css'

interface Own {
  /** A path of `paths`, or an address elsewhere. */
  href: string
  children: ReactNode
  /** `quiet` for names in lists: underlined only under the pointer. */
  variant?: 'text' | 'quiet'
  /** Opens in a window of its own, and says so by a small arrow. */
  isExternal?: boolean
}

export interface LinkProps extends Own, Omit<AriaProps, keyof Own | 'className' | 'style'> {}

/** Leads somewhere. Paths of the app change the page without a reload. */
export function Link({ variant = 'text', isExternal = false, children, ...rest }: LinkProps) {
  const outside = isExternal ? { target: '_blank', rel: 'noreferrer' } : {}
  return (
    <AriaLink {...rest} {...outside} className={join(styles.link, styles[variant])}>
      {children}
      {isExternal && <Icon name="external" size="small" />}
    </AriaLink>
  )
}
