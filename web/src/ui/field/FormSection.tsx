import { type ReactNode, useId } from 'react'
import { join } from '../join'
import styles from './Form.module.css'

interface Props {
  title: string
  description?: ReactNode
  /** Title and description stand beside the fields where there is room. */
  isWide?: boolean
  children: ReactNode
}

/** Fields that belong together, under a title. */
export function FormSection({ title, description, isWide = false, children }: Props) {
  const name = useId()
  return (
    // A fieldset's legend cannot be laid out beside the fields.
    // biome-ignore lint/a11y/useSemanticElements: for the reason above
    <div
      role="group"
      aria-labelledby={name}
      className={join(styles.section, isWide && styles.wide)}
    >
      <div className={styles.about}>
        <h2 id={name} className={styles.legend}>
          {title}
        </h2>
        {description && <p className={styles.muted}>{description}</p>}
      </div>
      <div className={styles.fields}>{children}</div>
    </div>
  )
}
