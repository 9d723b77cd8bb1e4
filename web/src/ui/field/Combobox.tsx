import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../../i18n'
import { Icon } from '../Icon'
import { join } from '../join'
import { fold } from '../table/fold'
import styles from './Combobox.module.css'
import { Frame, type FrameProps, frame } from './Frame'
import { ChoiceItem, choice, type Option } from './Select'

export interface ComboboxProps<T extends string> extends FrameProps {
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T | null) => void
  name?: string
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
}

/** One of many, found by typing part of its name; accents and case do not matter. */
export function Combobox<T extends string>(props: ComboboxProps<T>) {
  const { label, description, errorMessage, options, value, onChange, placeholder, ...rest } = props
  const { ui } = useText()
  return (
    <ComboBox
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
      defaultFilter={(text, typed) => fold(text).includes(fold(typed))}
      allowsEmptyCollection
      menuTrigger="focus"
      formValue="key"
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired={rest.isRequired}>
        <Group className={frame.box ?? ''}>
          <Input
            className={frame.input ?? ''}
            {...(placeholder !== undefined && { placeholder })}
          />
          <Button className={styles.open ?? ''}>
            <Icon name="chevronDown" size="small" />
          </Button>
        </Group>
      </Frame>
      <Popover offset={4} className={choice.popover ?? ''}>
        <ListBox
          className={join(choice.list, styles.list)}
          renderEmptyState={() => <p className={styles.none}>{ui.select.none}</p>}
        >
          {options.map((option) => (
            <ChoiceItem key={option.value} {...option} />
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
