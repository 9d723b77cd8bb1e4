import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { join } from '../join'
import { Actions } from '../layout/Actions'
import styles from './Dialog.module.css'

type Inside = ReactNode | ((close: () => void) => ReactNode)

export interface DialogProps {
  title: string
  /** Open while true; leave both out inside a `DialogTrigger`. */
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** Buttons at the end. A `Form` in the dialog brings its own. */
  actions?: Inside
  size?: 'small' | 'medium' | 'large'
  /** While work is under way a dialog does not go away by Escape or a click beside it. */
  isBusy?: boolean
  /** Interrupts with something that needs an answer. */
  isAlert?: boolean
  children: Inside
}

/** A question or a short form over the page. The focus goes in, and back where it came from. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  actions,
  size = 'medium',
  isBusy = false,
  isAlert = false,
  children,
}: DialogProps) {
  const { common } = useText()
  return (
    <ModalOverlay
      isDismissable={!isBusy && !isAlert}
      isKeyboardDismissDisabled={isBusy}
      className={styles.veil ?? ''}
      {...(isOpen !== undefined && { isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Modal className={join(styles.modal, styles[size])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={styles.dialog ?? ''}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <Heading slot="title" className={styles.title ?? ''}>
                  {title}
                </Heading>
                <IconButton
                  slot={null}
                  icon="close"
                  size="small"
                  label={common.actions.close}
                  isDisabled={isBusy}
                  onPress={close}
                />
              </header>
              <div className={styles.body}>{inside(children, close)}</div>
              {actions && (
                <footer className={styles.foot}>
                  <Actions>{inside(actions, close)}</Actions>
                </footer>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

const inside = (what: Inside, close: () => void): ReactNode =>
  typeof what === 'function' ? what(close) : what

export { DialogTrigger }
