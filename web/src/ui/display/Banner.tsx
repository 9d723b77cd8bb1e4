import type { ReactNode } from 'react'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Banner.module.css'

interface Props {
  tone?: 'info' | 'warn' | 'bad'
  action?: ReactNode
  /** Closes it; without it the banner stays as long as what it says is so. */
  onDismiss?: () => void
  children: ReactNode
}

/** One sentence across the top of the app: who one works for, what runs out, what is down. */
export function Banner({ tone = 'info', action, onDismiss, children }: Props) {
  const { common } = useText()
  return (
    <div role="status" className={join(styles.banner, styles[tone])}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <p className={styles.words}>{children}</p>
      {action}
      {onDismiss && (
        <IconButton icon="close" size="small" label={common.actions.close} onPress={onDismiss} />
      )}
    </div>
  )
}
