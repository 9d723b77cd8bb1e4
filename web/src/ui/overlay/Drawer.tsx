import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Menu, type MenuEntry } from '../action/Menu'
import { join } from '../join'
import { Actions } from '../layout/Actions'
import styles from './Drawer.module.css'

export interface DrawerProps {
  title: string
  /** Beside the title: a `Status`. */
  badge?: ReactNode
  /** One sentence beneath it. */
  lead?: ReactNode
  isOpen: boolean
  /** Told `false` to close; a drawer with an address goes back to the list's. */
  onOpenChange: (isOpen: boolean) => void
  /** Buttons at its foot. */
  actions?: ReactNode
  /** Everything else that can be done. */
  menu?: readonly MenuEntry[]
  size?: 'normal' | 'wide'
  children: ReactNode
}

/** One thing of a list, beside the list. */
export function Drawer(props: DrawerProps) {
  const { title, badge, lead, isOpen, onOpenChange, actions, menu = [], size = 'normal' } = props
  const { common } = useText()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={styles.veil ?? ''}
    >
      <Modal className={join(styles.drawer, styles[size])}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <div className={styles.words}>
              <div className={styles.line}>
                <Heading slot="title" className={styles.title ?? ''}>
                  {title}
                </Heading>
                {badge}
              </div>
              {lead && <div className={styles.lead}>{lead}</div>}
            </div>
            <Menu
              label={common.actions.more}
              entries={menu}
              trigger={<IconButton slot={null} icon="more" label={common.actions.more} />}
            />
            <IconButton
              slot={null}
              icon="close"
              label={common.actions.close}
              onPress={() => onOpenChange(false)}
            />
          </header>
          <div className={styles.body}>{props.children}</div>
          {actions && (
            <footer className={styles.foot}>
              <Actions>{actions}</Actions>
            </footer>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
