import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip'

interface Own {
  icon: IconName
  /** Its name, for screen readers and as a hint. */
  label: string
  /** A key that does the same, shown in the hint. */
  shortcut?: string
  size?: 'small' | 'medium'
  /** Something new is behind it. */
  dot?: boolean
  /** There is nothing to do now. Unlike `isDisabled` it keeps the focus. */
  isHeld?: boolean
}

export interface IconButtonProps
  extends Own,
    Omit<AriaProps, keyof Own | 'children' | 'className' | 'style' | 'aria-label'> {}

/** A button without words, for what everybody knows. */
export function IconButton({
  icon,
  label,
  shortcut,
  size = 'medium',
  dot = false,
  isHeld = false,
  onPress,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={shortcut ? `${label} (${shortcut})` : label}>
      <AriaButton
        {...rest}
        {...(isHeld ? { 'aria-disabled': true } : onPress && { onPress })}
        aria-label={label}
        className={join(styles.button, styles[size], isHeld && styles.held)}
      >
        <Icon name={icon} size={size} />
        {dot && <span className={styles.dot} />}
      </AriaButton>
    </Tooltip>
  )
}
