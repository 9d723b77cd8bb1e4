import { createContext, type ReactNode, useContext } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { type Messages, useText } from '../../i18n'
import { Icon } from '../Icon'
import styles from './Frame.module.css'

/** What every field has around its control. */
export interface FrameProps {
  label: string
  /** One sentence of help beneath. */
  description?: ReactNode
  /** What is wrong, when the page knows better than the browser. */
  errorMessage?: string | undefined
}

/** True inside a `Form`: there, fields one may leave empty say so. */
export const InForm = createContext(false)

interface Parts extends FrameProps {
  isRequired?: boolean | undefined
  isInvalid?: boolean | undefined
  /** A way out of the field, at the end of the label's line: "Forgot it?". */
  aside?: ReactNode
  children: ReactNode
}

/** Label above, control, help and error below. Used inside a field of React Aria. */
export function Frame({ label, description, errorMessage, isRequired, aside, children }: Parts) {
  const { common } = useText()
  const inForm = useContext(InForm)
  return (
    <>
      <div className={styles.head}>
        <Label className={styles.label ?? ''}>
          {label}
          {inForm && !isRequired && <span className={styles.optional}> ({common.optional})</span>}
        </Label>
        {aside}
      </div>
      {children}
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <Problem errorMessage={errorMessage} />
    </>
  )
}

/** What is wrong with a field, in our words and language rather than the browser's. */
export function Problem({ errorMessage }: { errorMessage?: string | undefined }) {
  const { ui } = useText()
  return (
    <FieldError className={styles.error ?? ''}>
      {({ validationDetails, validationErrors }) => (
        <>
          <Icon name="alert" size="small" />
          <span>
            {errorMessage ?? said(validationDetails, ui.field) ?? validationErrors.join('\n')}
          </span>
        </>
      )}
    </FieldError>
  )
}

function said(found: ValidityState, words: Messages['ui']['field']): string | undefined {
  if (found.valueMissing) return words.missing
  if (found.typeMismatch) return words.malformed
  if (found.patternMismatch) return words.malformed
  if (found.badInput) return words.malformed
  if (found.tooShort) return words.tooShort
  if (found.tooLong) return words.tooLong
  if (found.rangeUnderflow) return words.tooLow
  if (found.rangeOverflow) return words.tooHigh
  return undefined
}

export const frame = styles
