import { memo, useRef } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import type { Selection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useFormat, useText } from '../../i18n'
import { Box, Checkbox } from '../field/Checkbox'
import { SearchField } from '../field/SearchField'
import { Icon } from '../Icon'
import styles from './FilterBar.module.css'
import { fold } from './fold'

export interface FacetOption {
  key: string
  label: string
  /** Null when only the server could count. */
  count: number | null
}

/** A column to filter by, with what each choice would leave. */
export interface Facet {
  id: string
  label: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  /** Rows must have all that is chosen, not any. */
  all: boolean
  /** Rows can have several. */
  hasSeveral: boolean
  isInline: boolean
  isSingle: boolean
  /** What no choice stands for. */
  any: string | null
  /** Rows before this one filters. */
  total: number | null
}

interface Props {
  facet: Facet
  onChange: (id: string, keys: readonly string[], all: boolean) => void
}

const MANY = 8

/** A filter behind a button: its choices with their counts, to search in when there are many. */
export const FacetButton = memo(function FacetButton({ facet, onChange }: Props) {
  const { ui } = useText()
  const format = useFormat()
  const { id, label, options, chosen, all } = facet
  const names = options.filter(({ key }) => chosen.includes(key)).map((option) => option.label)
  const choose = (keys: Selection) => {
    const next = keys === 'all' ? options.map(({ key }) => key) : [...keys].map(String)
    onChange(id, next, all)
  }
  const list = (
    <ListBox
      aria-label={label}
      selectionMode={facet.isSingle ? 'single' : 'multiple'}
      selectedKeys={chosen}
      onSelectionChange={choose}
      className={styles.options ?? ''}
    >
      {options.map(({ key, label: name, count }) => (
        <ListBoxItem key={key} id={key} textValue={name} className={styles.option ?? ''}>
          {({ isSelected }) => (
            <>
              <Box isSelected={isSelected} isIndeterminate={false} />
              <span className={styles.optionName}>{name}</span>
              {count !== null && <span className={styles.number}>{format.number(count)}</span>}
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  )
  return (
    <DialogTrigger>
      <AriaButton className={styles.chip ?? ''} data-on={chosen.length > 0 || undefined}>
        <span>{label}</span>
        {chosen.length > 0 && <span className={styles.chosen}>{format.list(names)}</span>}
        <Icon name="chevronDown" size="small" />
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={styles.popover ?? ''}>
        {/* without a dialog in it, a popover is one itself, named by its button */}
        <div className={styles.dialog}>
          {options.length > MANY ? (
            <Autocomplete filter={(text, asked) => fold(text).includes(fold(asked))}>
              <div className={styles.find}>
                <SearchField
                  label={ui.table.findOption}
                  placeholder={ui.table.findOption}
                  autoFocus
                />
              </div>
              {list}
            </Autocomplete>
          ) : (
            list
          )}
          {facet.hasSeveral && (
            <div className={styles.both}>
              <Checkbox isSelected={all} onChange={(both) => onChange(id, chosen, both)}>
                {ui.table.allOfThem}
              </Checkbox>
            </div>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  )
})

const ALL = '*'

/** A filter in the bar itself, one choice at a time: "All 42, Invited 3". */
export const InlineFacet = memo(function InlineFacet({ facet, onChange }: Props) {
  const { ui } = useText()
  const format = useFormat()
  const group = useRef<HTMLDivElement>(null)
  const options = [
    { key: ALL, label: facet.any ?? ui.table.anyOf, count: facet.total },
    ...facet.options,
  ]
  return (
    <ToggleButtonGroup
      ref={group}
      aria-label={facet.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={facet.chosen.length === 0 ? [ALL] : facet.chosen}
      onSelectionChange={(keys) =>
        onChange(
          facet.id,
          [...keys].map(String).filter((key) => key !== ALL),
          false,
        )
      }
      className={styles.inline ?? ''}
    >
      {options.map(({ key, label, count }) => (
        <ToggleButton key={key} id={key} className={styles.toggle ?? ''}>
          {label}
          {count !== null && <span className={styles.number}>{format.number(count)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
})
