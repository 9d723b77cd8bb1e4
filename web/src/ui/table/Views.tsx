import { useState } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import { Menu } from '../action/Menu'
import { copy } from '../clipboard'
import { Checkbox } from '../field/Checkbox'
import { Form } from '../field/Form'
import { TextField } from '../field/TextField'
import { Dialog } from '../overlay/Dialog'
import { toast } from '../overlay/toast'
import type { View } from './kept'
import styles from './Views.module.css'

interface Props {
  views: readonly View[]
  onViews: (views: readonly View[]) => void
  /** How the table stands now, without a name. */
  now: () => Omit<View, 'name'>
  onOpen: (view: View) => void
}

/** Questions a person keeps under a name, on this device; their addresses can be shared. */
export function Views({ views, onViews, now, onOpen }: Props) {
  const { common, ui } = useText()
  const { table } = ui
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Menu
        label={table.views}
        trigger={<IconButton icon="star" label={table.views} />}
        groups={[
          {
            id: 'views',
            entries: views.map((view) => ({
              id: view.name,
              label: view.name,
              onAction: () => onOpen(view),
            })),
          },
          {
            id: 'keep',
            entries: [
              {
                id: 'save',
                label: views.length > 0 ? table.manageViews : table.saveView,
                icon: 'add',
                onAction: () => setOpen(true),
              },
              {
                id: 'copy',
                label: table.copyView,
                icon: 'link',
                onAction: () =>
                  void copy(window.location.href).then(() => toast(common.actions.copied)),
              },
            ],
          },
        ]}
      />
      <Dialog title={table.views} size="small" isOpen={isOpen} onOpenChange={setOpen}>
        {views.length > 0 && (
          <ul className={styles.list}>
            {views.map((view) => (
              <li key={view.name} className={styles.view}>
                <span className={styles.name}>{view.name}</span>
                <IconButton
                  icon="trash"
                  size="small"
                  label={table.removeView(view.name)}
                  onPress={() => onViews(views.filter((one) => one !== view))}
                />
              </li>
            ))}
          </ul>
        )}
        <Form
          onSubmit={(values) => {
            const name = String(values.get('name')).trim()
            const isDefault = values.get('default') !== null
            const others = views
              .filter((view) => view.name !== name)
              .map((view) => (isDefault ? { ...view, isDefault: false } : view))
            onViews([...others, { ...now(), name, isDefault }])
            setOpen(false)
          }}
          actions={
            <Button type="submit" variant="primary">
              {common.actions.save}
            </Button>
          }
        >
          <TextField
            label={table.viewName}
            name="name"
            isRequired
            maxLength={60}
            autoComplete="off"
          />
          <Checkbox name="default">{table.viewDefault}</Checkbox>
        </Form>
      </Dialog>
    </>
  )
}
