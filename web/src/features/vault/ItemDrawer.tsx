import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganizations } from '../../session'
import { Callout, Drawer, EmptyState, ErrorState, Skeleton } from '../../ui'
import { AskPassword } from './AskPassword'
import { ItemView } from './ItemView'
import { kindOf } from './kinds'
import { opened } from './queries'
import type { Row } from './reading'

interface Props {
  /** Null when the address names none the person sees. */
  row: Row | null
  onClose: () => void
}

/** One item, read beside the list. */
export function ItemDrawer({ row, onClose }: Props) {
  const { vault: words } = useText()
  const organizations = useOrganizations()
  if (!row)
    return (
      <Drawer title={words.drawer.none} isOpen onOpenChange={onClose}>
        <EmptyState kind="noMatch" title={words.drawer.noneTitle} isSmall>
          {words.drawer.noneWhy}
        </EmptyState>
      </Drawer>
    )
  const { item, name } = row
  const owner = organizations.find(({ id }) => id === item.organizationId)
  const kind = words.kinds[kindOf(item).name]
  return (
    <Drawer
      title={name ?? words.unreadable}
      lead={owner ? words.drawer.of(kind, owner.name) : kind}
      isOpen
      onOpenChange={onClose}
    >
      <Inside key={item.id} row={row} />
    </Drawer>
  )
}

function Inside({ row }: { row: Row }) {
  const { vault: words } = useText()
  const [isAsked, setAsked] = useState(row.item.reprompt === 1)
  const { data, error } = useQuery({ ...opened(row.item), enabled: !isAsked })
  if (isAsked) return <AskPassword onRight={() => setAsked(false)} />
  if (error) return <ErrorState error={error} />
  if (!data) return <Skeleton shape="block" />
  return (
    <>
      {data.isDamaged && <Callout tone="warn">{words.drawer.damaged}</Callout>}
      <ItemView item={row.item} content={data.content} />
    </>
  )
}
