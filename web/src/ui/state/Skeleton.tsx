import { useText } from '../../i18n'
import styles from './Skeleton.module.css'

interface Props {
  /** Lines of text to stand for, or rows of a table, or one block. */
  shape?: 'text' | 'rows' | 'block'
  count?: number
}

/** The shape of what is being loaded, so that nothing jumps when it comes. */
export function Skeleton({ shape = 'text', count = shape === 'block' ? 1 : 4 }: Props) {
  const { common } = useText()
  return (
    <div role="status" aria-label={common.loading} className={styles[shape]}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <span key={index} aria-hidden="true" className={styles.bone} />
      ))}
    </div>
  )
}
