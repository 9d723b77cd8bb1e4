import { memo, type ReactNode, useMemo, useRef } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { KeyboardHint } from '../display/KeyboardHint'
import { SearchField } from '../field/SearchField'
import { useCommands } from '../keys/commands'
import { useSingleKeys } from '../keys/keys'
import { useSteady } from '../useSteady'
import { type Facet, FacetButton, InlineFacet } from './Facet'
import styles from './FilterBar.module.css'

export interface FilterBarProps {
  /** What is searched. */
  label: string
  words: string
  /** What the words find; "Search" when not said, no field when null. */
  searchHint?: string | null | undefined
  /** `isDone` once the words are meant: Enter, or a space after them. */
  onWords: (words: string, isDone: boolean) => void
  facets?: readonly Facet[]
  onFacet?: (id: string, keys: readonly string[], all: boolean) => void
  /** "42 of 1,204". */
  count?: string
  isFiltered: boolean
  onClear: () => void
  /** At the end of the line: columns, views, export. */
  tools?: ReactNode
}

// while somebody types it is drawn once for a key, and not again with what the key leaves of the list
const Search = memo(SearchField)

/** Search and filters above a list, with what they leave of it. */
export function FilterBar(props: FilterBarProps) {
  const { facets = [], onFacet = () => {} } = props
  const { ui } = useText()
  const hasKeys = useSingleKeys()
  const field = useRef<HTMLInputElement>(null)
  const chips = useRef<HTMLDivElement>(null)
  useCommands([
    {
      id: 'table.search',
      label: ui.table.focusSearch,
      keys: '/',
      isHidden: true,
      run: () => field.current?.focus(),
    },
    {
      id: 'table.filter',
      label: ui.table.filter,
      keys: 'f',
      isHidden: true,
      run: () => chips.current?.querySelector('button')?.focus(),
    },
  ])
  const search = useSteady((value: string) => props.onWords(value, value.endsWith(' ')))
  const submit = useSteady((value: string) => props.onWords(value, true))
  const hint = useMemo(
    () =>
      hasKeys && (
        <span className={styles.hint}>
          <KeyboardHint keys="/" />
        </span>
      ),
    [hasKeys],
  )
  const behind = facets.filter(({ isInline }) => !isInline)
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
        {props.searchHint !== null && (
          <div className={styles.search}>
            <Search
              ref={field}
              label={ui.table.search(props.label)}
              value={props.words}
              {...(props.searchHint !== undefined && { placeholder: props.searchHint })}
              onChange={search}
              onSubmit={submit}
              hint={hint}
            />
          </div>
        )}
        {facets
          .filter(({ isInline }) => isInline)
          .map((facet) => (
            <InlineFacet key={facet.id} facet={facet} onChange={onFacet} />
          ))}
        <div className={styles.tools}>{props.tools}</div>
      </div>
      <div className={styles.line}>
        <div ref={chips} className={styles.chips}>
          {behind.map((facet) => (
            <FacetButton key={facet.id} facet={facet} onChange={onFacet} />
          ))}
        </div>
        <span role="status" className={styles.count}>
          {props.count}
        </span>
        <Button size="small" variant="quiet" isHeld={!props.isFiltered} onPress={props.onClear}>
          {ui.table.clear}
        </Button>
      </div>
    </search>
  )
}
