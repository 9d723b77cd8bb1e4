import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useText } from '../../i18n'
import { Icon, type IconName } from '../Icon'
import { Frame, type FrameProps, frame } from './Frame'
import styles from './Select.module.css'

export interface Option<T extends string = string> {
  value: T
  label: string
  description?: string | undefined
  icon?: IconName
  isDisabled?: boolean
}

export interface SelectProps<T extends string> extends FrameProps {
  options: readonly Option<T>[]
  value?: T | null | undefined
  defaultValue?: T | undefined
  onChange?: (value: T) => void
  name?: string
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
}

/** One of a few. For many, or many to search in, use `Combobox`. */
export function Select<T extends string>({
  label,
  description,
  errorMessage,
  options,
  value,
  defaultValue,
  onChange,
  placeholder,
  ...rest
}: SelectProps<T>) {
  const { ui } = useText()
  return (
    <AriaSelect
      {...rest}
      {...(value !== undefined && { value })}
      {...(defaultValue !== undefined && { defaultValue })}
      {...(errorMessage !== undefined && { isInvalid: true })}
      placeholder={placeholder ?? ui.select.choose}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange?.(chosen.value)
      }}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired={rest.isRequired}>
        <Button className={styles.button ?? ''}>
          <SelectValue className={styles.value ?? ''}>
            {({ selectedText, isPlaceholder, defaultChildren }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
          <Icon name="chevronDown" size="small" />
        </Button>
      </Frame>
      <Popover offset={4} className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {options.map((option) => (
            <ChoiceItem key={option.value} {...option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** An entry of a list to choose from; the chosen one is ticked. */
export function ChoiceItem({ value, label, description, icon, isDisabled = false }: Option) {
  return (
    <ListBoxItem
      id={value}
      textValue={label}
      isDisabled={isDisabled}
      className={styles.option ?? ''}
    >
      {({ isSelected }) => (
        <>
          {icon && <Icon name={icon} size="small" />}
          <span className={styles.words}>
            <span>{label}</span>
            {description && <span className={styles.about}>{description}</span>}
          </span>
          {isSelected && <Icon name="check" size="small" />}
        </>
      )}
    </ListBoxItem>
  )
}

export const choice = styles
