import { useText } from '../../i18n'
import { join } from '../join'
import styles from './Spinner.module.css'

interface Props {
  /** What is waited for; "Loading…" when not said. `null` where a word beside it already says so. */
  label?: string | null
  size?: 'small' | 'large'
}

/** Something is under way. Prefer a `Skeleton` where the shape of what comes is known. */
export function Spinner({ label, size = 'small' }: Props) {
  const { common } = useText()
  const ring = <span aria-hidden="true" className={join(styles.ring, styles[size])} />
  if (label === null) return ring
  return (
    <span role="status" aria-label={label ?? common.loading} className={styles.spinner}>
      {ring}
    </span>
  )
}
