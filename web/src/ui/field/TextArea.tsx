import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { join } from '../join'
import { Frame, frame } from './Frame'
import type { TextFieldProps } from './TextField'

export interface TextAreaProps extends Omit<TextFieldProps, 'type'> {
  rows?: number
}

/** Text of several lines. */
export function TextArea({
  label,
  description,
  errorMessage,
  placeholder,
  isMono = false,
  aside,
  rows = 4,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage, aside }} isRequired={rest.isRequired}>
        <div className={frame.box}>
          <AriaTextArea
            rows={rows}
            className={join(frame.input, isMono && frame.mono)}
            {...(placeholder !== undefined && { placeholder })}
          />
        </div>
      </Frame>
    </AriaTextField>
  )
}
