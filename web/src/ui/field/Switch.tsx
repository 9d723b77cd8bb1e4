import type { ReactNode } from 'react'
import {
  type SwitchFieldProps as AriaProps,
  SwitchButton,
  SwitchField,
} from 'react-aria-components/Switch'
import { Text } from 'react-aria-components/Text'
import { join } from '../join'
import { frame } from './Frame'
import styles from './Toggle.module.css'

interface Own {
  /** Its label. */
  children: ReactNode
  description?: ReactNode
}

export interface SwitchProps extends Own, Omit<AriaProps, keyof Own | 'className' | 'style'> {}

/** On or off, in force at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={styles.field ?? ''}>
      <SwitchButton className={join(styles.toggle, styles.switch)}>
        <span className={styles.track} />
        <span>{children}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className={join(frame.description, styles.belowSwitch)}>
          {description}
        </Text>
      )}
    </SwitchField>
  )
}
