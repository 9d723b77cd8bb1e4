import { useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Wordmark } from '../brand/Brand'
import styles from './NavSheet.module.css'
import { SideNav } from './SideNav'
import type { NavGroup } from './types'

/** The navigation on small screens: behind a button, over the page. */
export function NavSheet({ groups }: { groups: readonly NavGroup[] }) {
  const { common, shell } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.trigger}>
      <IconButton icon="menu" label={shell.navigation} onPress={() => setOpen(true)} />
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable
        className={styles.veil ?? ''}
      >
        <Modal className={styles.sheet ?? ''}>
          <Dialog aria-label={shell.navigation} className={styles.dialog ?? ''}>
            <div className={styles.head}>
              <Wordmark />
              <IconButton
                slot={null}
                icon="close"
                label={common.actions.close}
                onPress={() => setOpen(false)}
              />
            </div>
            <SideNav groups={groups} onNavigate={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  )
}
