import { useState } from 'react'
import { useText } from '../../i18n'
import { IconButton, Inline, Menu } from '../../ui'
import { DeleteFolderDialog } from './DeleteDialog'
import { FolderDialog } from './FolderDialog'
import { folderPlace, type Place } from './places'
import { type Named, useNames } from './queries'

type Asked = { what: 'name'; folder: Named | null } | { what: 'delete'; folder: Named }

/** Adds a folder, and changes the one that is looked at. */
export function FolderButtons({ place }: { place: Place }) {
  const { vault } = useText()
  const { folder: words } = vault
  const { folders } = useNames()
  const [asked, ask] = useState<Asked | null>(null)
  const folder = folders.find(({ id }) => folderPlace(id) === place)
  const close = () => ask(null)
  return (
    <Inline gap="half">
      <IconButton
        icon="add"
        size="small"
        label={words.add}
        onPress={() => ask({ what: 'name', folder: null })}
      />
      {folder && (
        <Menu
          label={words.menu}
          trigger={<IconButton icon="more" size="small" label={words.menu} />}
          entries={[
            { id: 'rename', label: words.rename, onAction: () => ask({ what: 'name', folder }) },
            {
              id: 'delete',
              label: words.delete,
              tone: 'danger',
              onAction: () => ask({ what: 'delete', folder }),
            },
          ]}
        />
      )}
      {asked?.what === 'name' && <FolderDialog folder={asked.folder} onClose={close} />}
      {asked?.what === 'delete' && <DeleteFolderDialog folder={asked.folder} onClose={close} />}
    </Inline>
  )
}
