import { useFormat, useText } from '../../i18n'
import { CheckboxTree } from '../../ui'
import type { Shelf } from './queries'

/** More than these are searched. */
const FEW = 8

interface Props {
  collections: readonly Shelf[]
  value: readonly string[]
  onChange: (value: readonly string[]) => void
  /** Whether the person may choose it; the others stay as they are. */
  isFree: (collection: Shelf) => boolean
  errorMessage?: string | undefined
}

/** Chooses among the collections of an organization. */
export function CollectionsField({ collections, value, onChange, isFree, errorMessage }: Props) {
  const { vault: words } = useText()
  const { compare } = useFormat()
  const sorted = [...collections].sort((a, b) => compare(a.name ?? '', b.name ?? ''))
  return (
    <CheckboxTree
      label={words.collections.label}
      isSearched={collections.length > FEW}
      nodes={sorted.map((collection) => ({
        id: collection.id,
        label: collection.name ?? words.unreadable,
        isDisabled: !isFree(collection),
        description: isFree(collection) ? undefined : words.collections.fixed,
      }))}
      value={new Set(value)}
      onChange={(chosen) => onChange([...chosen])}
      errorMessage={errorMessage}
    />
  )
}
