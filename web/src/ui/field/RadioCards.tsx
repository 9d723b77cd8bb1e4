import type { ReactNode } from 'react'
import {
  type RadioGroupProps as AriaProps,
  Radio,
  RadioGroup,
} from 'react-aria-components/RadioGroup'
import { Icon, type IconName } from '../Icon'
import { join } from '../join'
import { Frame, type FrameProps, frame } from './Frame'
import styles from './RadioCards.module.css'

export interface RadioCard<T extends string = string> {
  value: T
  title: string
  description?: ReactNode
  icon?: IconName
  /** At the end of the first line: a price, "recommended". */
  aside?: ReactNode
  isDisabled?: boolean
}

interface Own<T extends string> extends FrameProps {
  options: readonly RadioCard<T>[]
  value?: T | null
  defaultValue?: T
  onChange?: (value: T) => void
  /** Side by side where there is room. */
  columns?: 1 | 2 | 3
}

export interface RadioCardsProps<T extends string>
  extends Own<T>,
    Omit<AriaProps, keyof Own<T> | 'children' | 'className' | 'style'> {}

/** One of a few, each explained. */
export function RadioCards<T extends string>({
  label,
  description,
  errorMessage,
  options,
  onChange,
  columns = 1,
  ...rest
}: RadioCardsProps<T>) {
  return (
    <RadioGroup
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      onChange={(value) => {
        const chosen = options.find((option) => option.value === value)
        if (chosen) onChange?.(chosen.value)
      }}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired>
        <div className={join(styles.cards, styles[`columns${columns}`])}>
          {options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              isDisabled={option.isDisabled ?? false}
              className={styles.card ?? ''}
            >
              <span className={styles.dot} />
              <span className={styles.words}>
                <span className={styles.title}>
                  {option.icon && <Icon name={option.icon} size="small" />}
                  <span>{option.title}</span>
                  {option.aside && <span className={styles.aside}>{option.aside}</span>}
                </span>
                {option.description && <span className={styles.about}>{option.description}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </Frame>
    </RadioGroup>
  )
}
