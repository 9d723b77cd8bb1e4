import { useState } from 'react'
import { useText } from '../../i18n'
import { Dialog, Form, FormActions, toast } from '../../ui'
import { CollectionsField } from './CollectionsField'
import { useAssign } from './changes'
import { useNames } from './queries'
import type { Row } from './reading'

interface Props {
  row: Row
  onClose: () => void
}

/** Puts an item of an organization into other collections of it. */
export function CollectionsDialog({ row: { item, name }, onClose }: Props) {
  const { common, vault } = useText()
  const { collections: words } = vault
  const { collections } = useNames()
  const [chosen, choose] = useState<readonly string[]>(item.collectionIds)
  const [insists, setInsists] = useState(false)
  const { mutate, error, isPending } = useAssign()
  const title = words.title(name ?? vault.unreadable)
  // where one only looks, one sees that it is there and cannot put it there
  const offered = collections.filter(
    ({ id, organizationId, moves }) =>
      organizationId === item.organizationId && (moves || item.collectionIds.includes(id)),
  )
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={() => {
          if (chosen.length === 0) return setInsists(true)
          mutate(
            { id: item.id, collections: chosen },
            {
              onSuccess: (left) => {
                toast(left ? words.done : words.lost)
                onClose()
              },
            },
          )
        }}
        actions={
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
        }
      >
        <CollectionsField
          collections={offered}
          value={chosen}
          onChange={(next) => {
            choose(next)
            setInsists(false)
          }}
          isFree={({ moves }) => moves}
          errorMessage={insists ? words.missing : undefined}
        />
      </Form>
    </Dialog>
  )
}
