import type { ReactNode } from 'react'
import { join } from '../join'
import styles from './FactList.module.css'

export interface Fact {
  term: string
  value: ReactNode
  /** Beneath the value: where it comes from, since when. */
  note?: ReactNode
}

interface Props {
  facts: readonly Fact[]
  /** Terms above their values, for narrow places. */
  isStacked?: boolean
}

/** What is known of a thing, term by term. */
export function FactList({ facts, isStacked = false }: Props) {
  return (
    <dl className={join(styles.list, isStacked && styles.stacked)}>
      {facts.map(({ term, value, note }) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>
            {value}
            {note && <div className={styles.note}>{note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
