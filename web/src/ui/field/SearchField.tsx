import { type ReactNode, type Ref, useRef } from 'react'
import { mergeRefs } from 'react-aria/mergeRefs'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import { join } from '../join'
import { frame } from './Frame'
import styles from './SearchField.module.css'

export interface SearchFieldProps {
  /** What is searched; not shown. */
  label: string
  value?: string
  onChange?: (value: string) => void
  /** On Enter. */
  onSubmit?: (value: string) => void
  placeholder?: string
  autoFocus?: boolean
  /** At the end while nothing is typed: the key that leads here. */
  hint?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** Words to look for; Escape clears them. */
export function SearchField({ label, placeholder, hint, ref, ...rest }: SearchFieldProps) {
  const { ui } = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.search ?? ''}>
      {({ isEmpty, state }) => (
        <div className={join(frame.box, styles.box)}>
          <Icon name="search" size="small" />
          <Input
            ref={ref === undefined ? input : mergeRefs(input, ref)}
            className={frame.input ?? ''}
            placeholder={placeholder ?? ui.table.searchHint}
            autoComplete="off"
            spellCheck="false"
          />
          {isEmpty && hint}
          {!isEmpty && (
            <IconButton
              slot={null}
              icon="close"
              size="small"
              label={ui.table.clearSearch}
              preventFocusOnPress
              onPress={() => {
                state.setValue('')
                // the button that was pressed is gone
                input.current?.focus()
              }}
            />
          )}
        </div>
      )}
    </AriaSearchField>
  )
}
