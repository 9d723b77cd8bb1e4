import { useState } from 'react'
import { useText } from '../../i18n'
import { Button, Menu } from '../../ui'
import { ItemDialog } from './ItemDialog'
import { KINDS } from './kinds'
import type { Place } from './places'

/** Kinds one begins here; the others come from clients that read them from a document or a key file. */
const BEGUN = [1, 3, 4, 2]

/** Begins an item, in the part of the vault that is looked at. */
export function NewItem({ place }: { place: Place }) {
  const { vault: words } = useText()
  const [type, begin] = useState<number | null>(null)
  return (
    <>
      <Menu
        label={words.edit.new}
        trigger={
          <Button variant="primary" icon="add">
            {words.edit.new}
          </Button>
        }
        entries={BEGUN.flatMap((one) => {
          const kind = KINDS.find((known) => known.type === one)
          if (!kind) return []
          const { name, icon } = kind
          return { id: name, icon, label: words.kinds[name], onAction: () => begin(one) }
        })}
      />
      {type !== null && (
        <ItemDialog type={type} before={null} place={place} onClose={() => begin(null)} />
      )}
    </>
  )
}
