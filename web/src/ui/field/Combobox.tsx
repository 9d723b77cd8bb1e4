import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import { join } from '../join'
import { fold } from '../table/fold'
import styles from './Combobox.module.css'
import { Frame, type FrameProps, frame } from './Frame'
import { SearchField } from './SearchField'
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
    <Select
      {...rest}
      {...(errorMessage !== undefined && { isInvalid: true })}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
      placeholder={placeholder ?? ui.select.choose}
      className={frame.field ?? ''}
    >
      <Frame {...{ label, description, errorMessage }} isRequired={rest.isRequired}>
        <div className={styles.line}>
          <Button className={join(choice.button, styles.button)}>
            <SelectValue className={choice.value ?? ''}>
              {({ selectedText, isPlaceholder, defaultChildren }) =>
                isPlaceholder ? defaultChildren : selectedText
              }
            </SelectValue>
            <Icon name="chevronDown" size="small" />
          </Button>
          {value !== null && !rest.isRequired && !rest.isDisabled && (
            <IconButton
              slot={null}
              icon="close"
              label={ui.select.clear(label)}
              onPress={() => onChange(null)}
            />
          )}
        </div>
      </Frame>
      <Popover offset={4} className={join(choice.popover, styles.popover)}>
        <Autocomplete filter={(text, typed) => fold(text).includes(fold(typed))}>
          <div className={styles.find}>
            <SearchField label={ui.table.findOption} placeholder={ui.table.findOption} autoFocus />
          </div>
          <ListBox
            className={choice.list ?? ''}
            renderEmptyState={() => <p className={styles.none}>{ui.select.none}</p>}
          >
            {options.map((option) => (
              <ChoiceItem key={option.value} {...option} />
            ))}
          </ListBox>
        </Autocomplete>
      </Popover>
    </Select>
  )
}
