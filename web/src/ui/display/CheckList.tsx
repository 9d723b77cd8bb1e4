import { useText } from '../../i18n'
import { join } from '../join'
import styles from './CheckList.module.css'

export interface Check {
  id: string
  label: string
  isDone: boolean
}

/** What is there of all that there must be; said again as it changes. */
export function CheckList({ label, checks }: { label: string; checks: readonly Check[] }) {
  const { ui } = useText()
  return (
    <ul aria-label={label} className={styles.list}>
      {checks.map(({ id, label: name, isDone }) => (
        <li key={id} className={join(styles.item, isDone && styles.done)}>
          <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            {isDone ? <path d="M2 6.5 4.75 9.25 10 3.25" /> : <circle cx="6" cy="6" r="4" />}
          </svg>
          <span>
            {name}
            <span className="visually-hidden"> ({isDone ? ui.step.done : ui.step.todo})</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
