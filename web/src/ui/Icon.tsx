import styles from './Icon.module.css'
import { ICONS } from './icons'
import { join } from './join'

export type IconName = keyof typeof ICONS

interface Props {
  name: IconName
  size?: 'small' | 'medium' | 'large'
  /** Turned the other way where the script runs from right to left. */
  mirrors?: boolean
}

/** A drawing beside words, hidden from screen readers: the words say it. */
export function Icon({ name, size = 'medium', mirrors = false }: Props) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={join(styles.icon, styles[size], mirrors && styles.mirrors)}
    >
      <path d={ICONS[name]} />
    </svg>
  )
}
