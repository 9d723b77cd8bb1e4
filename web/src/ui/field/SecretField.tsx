import { useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { join } from '../join'
import { useCopied } from '../useCopied'
import { Frame, type FrameProps, frame } from './Frame'

export interface SecretFieldProps extends FrameProps {
  value: string
  /** Without it the secret can only be read and copied. */
  onChange?: (value: string) => void
  name?: string
  /** Nobody else knows it yet, so it is shown at first. */
  startsShown?: boolean
  isRequired?: boolean
}

/** A secret we hold: masked, shown on demand, copied to a clipboard that forgets after 30 s. */
export function SecretField({
  label,
  description,
  errorMessage,
  value,
  onChange,
  startsShown = false,
  ...rest
}: SecretFieldProps) {
  const { ui } = useText()
  const [shown, setShown] = useState(startsShown)
  const { copied, put } = useCopied()
  return (
    <AriaTextField
      {...rest}
      value={value}
      {...(onChange ? { onChange } : { isReadOnly: true })}
      {...(errorMessage !== undefined && { isInvalid: true })}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      spellCheck="false"
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired={rest.isRequired ?? !onChange}>
        <div className={frame.box}>
          <Input autoCapitalize="none" className={join(frame.input, frame.mono)} />
          <span className={frame.end}>
            <IconButton
              slot={null}
              size="small"
              icon={shown ? 'eyeOff' : 'eye'}
              label={shown ? ui.secret.hide(label) : ui.secret.show(label)}
              onPress={() => setShown(!shown)}
            />
            <IconButton
              slot={null}
              size="small"
              icon={copied ? 'check' : 'copy'}
              label={copied ? ui.secret.copied : ui.secret.copy(label)}
              onPress={() => put(value, true)}
            />
          </span>
        </div>
      </Frame>
      <span role="status" className="visually-hidden">
        {copied && ui.secret.copiedForAWhile}
      </span>
    </AriaTextField>
  )
}
