import type { ReactNode } from 'react'
import { Input } from 'react-aria-components/Input'
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
} from 'react-aria-components/TextField'
import { join } from '../join'
import { Frame, type FrameProps, frame } from './Frame'

interface Own extends FrameProps {
  /** An example, never the name of the field. */
  placeholder?: string
  /** For what is read letter by letter: ids, keys, codes. */
  isMono?: boolean
  /** At the end of the label's line, e.g. a link. */
  aside?: ReactNode
}

export interface TextFieldProps
  extends Own,
    Omit<AriaProps, keyof Own | 'children' | 'className' | 'style'> {}

/** One line of text. */
export function TextField({
  label,
  description,
  errorMessage,
  placeholder,
  isMono = false,
  aside,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage, aside }} isRequired={rest.isRequired}>
        <div className={frame.box}>
          <Input
            className={join(frame.input, isMono && frame.mono)}
            {...(placeholder !== undefined && { placeholder })}
          />
        </div>
      </Frame>
    </AriaTextField>
  )
}
