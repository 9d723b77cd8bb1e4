import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
} from 'react-aria-components/NumberField'
import { Icon } from '../Icon'
import { join } from '../join'
import { Frame, type FrameProps, frame } from './Frame'
import styles from './NumberField.module.css'

interface Own extends FrameProps {
  /** What is counted: "seats", "days". */
  unit?: string
}

export interface NumberFieldProps
  extends Own,
    Omit<AriaProps, keyof Own | 'children' | 'className' | 'style'> {}

/** A number with its unit, typed or stepped with the arrow keys. */
export function NumberField({ label, description, errorMessage, unit, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired={rest.isRequired}>
        <Group className={join(frame.box, styles.box)}>
          <Input className={join(frame.input, styles.input)} />
          {unit && <span className={frame.unit}>{unit}</span>}
          <Button slot="decrement" className={styles.step ?? ''}>
            <Icon name="minus" size="small" />
          </Button>
          <Button slot="increment" className={styles.step ?? ''}>
            <Icon name="add" size="small" />
          </Button>
        </Group>
      </Frame>
    </AriaNumberField>
  )
}
