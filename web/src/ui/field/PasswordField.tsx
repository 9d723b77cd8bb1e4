import { useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { join } from '../join'
import { Frame, frame } from './Frame'
import type { TextFieldProps } from './TextField'

export interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'isMono'> {}

/** A password a person types: hidden until they ask, open to password managers and to pasting. */
export function PasswordField({
  label,
  description,
  errorMessage,
  placeholder,
  aside,
  ...rest
}: PasswordFieldProps) {
  const { ui } = useText()
  const [shown, setShown] = useState(false)
  return (
    <AriaTextField
      spellCheck="false"
      autoComplete="current-password"
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      type={shown ? 'text' : 'password'}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage, aside }} isRequired={rest.isRequired}>
        <div className={frame.box}>
          <Input
            autoCapitalize="none"
            className={join(frame.input, shown && frame.mono)}
            {...(placeholder !== undefined && { placeholder })}
          />
          <span className={frame.end}>
            <IconButton
              slot={null}
              size="small"
              icon={shown ? 'eyeOff' : 'eye'}
              label={shown ? ui.secret.hide(label) : ui.secret.show(label)}
              onPress={() => setShown(!shown)}
            />
          </span>
        </div>
      </Frame>
    </AriaTextField>
  )
}
