import type { ReactNode } from 'react'
import { join } from '../join'
import styles from './StrengthMeter.module.css'

/** From 0, guessed at once, to 4, out of reach. */
export type StrengthScore = 0 | 1 | 2 | 3 | 4

const TONE = ['bad', 'bad', 'warn', 'ok', 'ok'] as const
const STEPS = [0, 1, 2, 3, 4] as const

interface Props {
  /** What is measured. */
  label: string
  /** Null while there is nothing to measure. */
  score: StrengthScore | null
  /** The score in a word. */
  word: string
  /** Why it is so, and what would help. */
  children?: ReactNode
}

/** How hard a password is to guess. */
export function StrengthMeter({ label, score, word, children }: Props) {
  return (
    <div className={join(styles.meter, score !== null && styles[TONE[score]])}>
      {/* biome-ignore lint/a11y/useSemanticElements: the element draws its own bar, without steps */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score ?? 0}
        aria-valuetext={word}
        className={styles.track}
      >
        {STEPS.map((step) => (
          <span
            key={step}
            className={join(styles.step, score !== null && step <= score && styles.on)}
          />
        ))}
      </div>
      <p className={styles.word}>{word}</p>
      {children && <div className={styles.about}>{children}</div>}
    </div>
  )
}
