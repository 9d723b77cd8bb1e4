import styles from './Brand.module.css'

/** The mark: a W whose middle is the gable of a house with a lamp lit beneath. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" className={styles.ground} />
      <path d="M6.5 9.5 11 22.5l5-10 5 10 4.5-13" className={styles.stroke} />
      <circle cx="16" cy="21.6" r="1.9" className={styles.lamp} />
    </svg>
  )
}

/** Mark and name, for signed-out pages. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <Mark size={28} />
      Wardstead
    </span>
  )
}
