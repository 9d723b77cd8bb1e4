import { useText } from '../../i18n'
import { Select } from '../../ui'
import { CollectionsField } from './CollectionsField'
import { ownedBy, type Taker } from './owners'
import type { Owner } from './writing'

const SELF = 'self'

interface Props {
  takers: readonly Taker[]
  value: Owner | null
  onChange: (value: Owner | null) => void
  errorMessage?: string | undefined
}

/** Chooses whose a new item becomes, and where the organization keeps it. */
export function OwnerFields({ takers, value, onChange, errorMessage }: Props) {
  const { vault: words } = useText()
  const taker = takers.find(({ id }) => id === value?.organization)
  return (
    <>
      <Select
        label={words.columns.owner}
        description={taker ? words.edit.ownedBy(taker.name) : words.edit.ownedBySelf}
        value={taker?.id ?? SELF}
        isRequired
        onChange={(id) => {
          const next = takers.find((one) => one.id === id)
          onChange(next ? ownedBy(next) : null)
        }}
        options={[
          { value: SELF, label: words.places.own, icon: 'user' },
          ...takers.map(({ id, name }) => ({ value: id, label: name, icon: 'building' as const })),
        ]}
      />
      {taker && value && (
        <CollectionsField
          collections={taker.collections}
          value={value.collections}
          onChange={(collections) => onChange({ ...value, collections })}
          isFree={() => true}
          errorMessage={errorMessage}
        />
      )}
    </>
  )
}
