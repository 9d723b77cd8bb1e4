import { ProgressBar } from 'react-aria-components/ProgressBar'
import { join } from '../join'
import styles from './Progress.module.css'

interface Props {
  label: string
  /** From 0 to `max`; null when nobody knows. */
  value: number | null
  max: number
  tone?: 'accent' | 'ok' | 'warn' | 'bad'
  /** The value in words beside the bar. */
  said?: string
}

/** How far something has come, or how full it is. */
export function Progress({ label, value, max, tone = 'accent', said }: Props) {
  const share = value === null || max === 0 ? 0 : Math.min(1, value / max)
  return (
    <ProgressBar
      aria-label={label}
      className={styles.whole ?? ''}
      {...(value === null ? { isIndeterminate: true } : { value, maxValue: Math.max(max, 1) })}
      {...(said !== undefined && { valueLabel: said })}
    >
      <span className={styles.track}>
        <span
          className={join(styles.bar, styles[tone], value === null && styles.unknown)}
          style={value === null ? undefined : { inlineSize: `${share * 100}%` }}
        />
      </span>
      {said && <span className={styles.said}>{said}</span>}
    </ProgressBar>
  )
}
