import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import { Spinner } from '../state/Spinner'
import { useSettled } from '../useSettled'
import styles from './Button.module.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  /** One primary at most in view. */
  variant?: ButtonVariant
  size?: 'small' | 'medium' | 'wide'
  icon?: IconName | undefined
  children: ReactNode
}

export interface ButtonProps extends Look, Omit<AriaProps, keyof Look | 'className' | 'style'> {
  /** Refuses presses for now. Unlike `isDisabled` it keeps the focus. */
  isHeld?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** Does something. While `isPending` it keeps its label and width and refuses a second press. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  isPending = false,
  isHeld = false,
  onPress,
  type = 'button',
  ...rest
}: ButtonProps) {
  const waits = useSettled(isPending)
  return (
    <AriaButton
      {...rest}
      // React Aria's own pending announces a button that is often gone by then
      {...(isPending || isHeld ? { 'aria-disabled': true } : { type, ...(onPress && { onPress }) })}
      className={join(
        styles.button,
        styles[variant],
        styles[size],
        isPending && styles.pending,
        isHeld && styles.held,
        waits && styles.waits,
      )}
    >
      <span className={styles.content}>
        {icon && <Icon name={icon} size="small" />}
        <span className={styles.label}>{children}</span>
      </span>
      {waits && (
        <span className={styles.spinner}>
          <Spinner label={null} />
        </span>
      )}
    </AriaButton>
  )
}

export interface ButtonLinkProps
  extends Look,
    Omit<AriaLinkProps, keyof Look | 'className' | 'style'> {
  href: string
}

/** Leads somewhere and looks like a button: for the one next step of a page. */
export function ButtonLink({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <AriaLink {...rest} className={join(styles.button, styles[variant], styles[size])}>
      <span className={styles.content}>
        {icon && <Icon name={icon} size="small" />}
        <span className={styles.label}>{children}</span>
      </span>
    </AriaLink>
  )
}
