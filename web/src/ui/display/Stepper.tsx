import type { ReactNode } from 'react'
import { useText } from '../../i18n'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Stepper.module.css'

export interface Step {
  id: string
  label: string
  state: 'done' | 'current' | 'todo' | 'failed'
  description?: ReactNode
}

interface Props {
  /** What the steps lead to. */
  label: string
  steps: readonly Step[]
  isVertical?: boolean
}

/** The steps of something, and which one is on. */
export function Stepper({ label, steps, isVertical = false }: Props) {
  const { ui } = useText()
  return (
    <ol aria-label={label} className={join(styles.steps, isVertical && styles.vertical)}>
      {steps.map(({ id, label: name, state, description }, index) => (
        <li
          key={id}
          className={join(styles.step, styles[state])}
          {...(state === 'current' && { 'aria-current': 'step' as const })}
        >
          <span aria-hidden="true" className={styles.mark}>
            {state === 'done' && <Icon name="check" size="small" />}
            {state === 'failed' && <Icon name="close" size="small" />}
            {(state === 'current' || state === 'todo') && index + 1}
          </span>
          <span className={styles.words}>
            <span className={styles.label}>{name}</span>
            <span className="visually-hidden"> ({ui.step[state]})</span>
            {description && <span className={styles.about}>{description}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
