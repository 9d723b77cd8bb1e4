import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganizations } from '../../session'
import { Button, Callout, Drawer, EmptyState, ErrorState, type MenuEntry, Skeleton } from '../../ui'
import { AskPassword } from './AskPassword'
import { ItemDialog } from './ItemDialog'
import { ItemView } from './ItemView'
import { kindOf } from './kinds'
import { ALL, isTrashed } from './places'
import { opened } from './queries'
import type { Row } from './reading'

interface Props {
  /** Null when the address names none the person sees. */
  row: Row | null
  /** What else can be done with it. */
  menu: (row: Row) => readonly MenuEntry[]
  onClose: () => void
}

/** One item, read beside the list. */
export function ItemDrawer({ row, menu, onClose }: Props) {
  const { vault: words } = useText()
  if (!row)
    return (
      <Drawer title={words.drawer.none} isOpen onOpenChange={onClose}>
        <EmptyState
          kind="noMatch"
          title={words.drawer.noneTitle}
          action={<Button onPress={onClose}>{words.drawer.toList}</Button>}
          isSmall
        >
          {words.drawer.noneWhy}
        </EmptyState>
      </Drawer>
    )
  return <Known key={row.item.id} row={row} menu={menu(row)} onClose={onClose} />
}

interface KnownProps {
  row: Row
  menu: readonly MenuEntry[]
  onClose: () => void
}

function Known({ row, menu, onClose }: KnownProps) {
  const { common, vault: words } = useText()
  const organizations = useOrganizations()
  const { item, name } = row
  const [isAsked, setAsked] = useState(item.reprompt === 1)
  const [isEdited, setEdited] = useState(false)
  const { data, error } = useQuery({ ...opened(item), enabled: !isAsked })
  const owner = organizations.find(({ id }) => id === item.organizationId)
  const kind = words.kinds[kindOf(item).name]
  // what cannot be read would be lost by writing the item anew
  const isWritable = data && !data.isDamaged && item.edit && !isTrashed(item)
  return (
    <Drawer
      title={name ?? words.unreadable}
      lead={owner ? words.drawer.of(kind, owner.name) : kind}
      menu={menu}
      isOpen
      onOpenChange={onClose}
      actions={
        isWritable && (
          <Button icon="edit" onPress={() => setEdited(true)}>
            {common.actions.edit}
          </Button>
        )
      }
    >
      {isAsked ? (
        <AskPassword onRight={() => setAsked(false)} />
      ) : error ? (
        <ErrorState error={error} />
      ) : !data ? (
        <Skeleton shape="block" />
      ) : (
        <>
          {owner && !item.edit && <Callout>{words.drawer.readOnly(owner.name)}</Callout>}
          {data.isDamaged && <Callout tone="warn">{words.drawer.damaged}</Callout>}
          <ItemView item={item} content={data.content} owner={owner?.name ?? null} />
        </>
      )}
      {isEdited && data && (
        <ItemDialog
          type={item.type}
          before={{ item, content: data.content }}
          place={ALL}
          onClose={() => setEdited(false)}
        />
      )}
    </Drawer>
  )
}
