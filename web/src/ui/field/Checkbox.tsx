import type { ReactNode } from 'react'
import {
  type CheckboxFieldProps as AriaProps,
  CheckboxButton,
  CheckboxField,
} from 'react-aria-components/Checkbox'
import { Text } from 'react-aria-components/Text'
import { join } from '../join'
import { frame, Problem } from './Frame'
import styles from './Toggle.module.css'

interface Own {
  /** Its label. */
  children: ReactNode
  description?: ReactNode
  errorMessage?: string | undefined
}

export interface CheckboxProps extends Own, Omit<AriaProps, keyof Own | 'className' | 'style'> {}

/** Yes or no, in force when the form is saved. */
export function Checkbox({ children, description, errorMessage, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      className={styles.field ?? ''}
    >
      <CheckboxButton className={styles.toggle ?? ''}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <Box isSelected={isSelected} isIndeterminate={isIndeterminate} />
            <span>{children}</span>
          </>
        )}
      </CheckboxButton>
      {description && (
        <Text slot="description" className={join(frame.description, styles.below)}>
          {description}
        </Text>
      )}
      <div className={styles.below}>
        <Problem errorMessage={errorMessage} />
      </div>
    </CheckboxField>
  )
}

/** The drawing of a checkbox. */
export function Box({
  isSelected,
  isIndeterminate,
}: {
  isSelected: boolean
  isIndeterminate: boolean
}) {
  return (
    <span className={styles.box} data-on={isSelected || isIndeterminate || undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {isIndeterminate ? <path d="M4 8h8" /> : isSelected && <path d="M3.5 8.5 6.6 12l6-7.5" />}
      </svg>
    </span>
  )
}
