import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { Callout } from '../display/Callout'
import { TextField } from '../field/TextField'
import { useErrorWords } from '../state/errorWords'
import { Dialog } from './Dialog'

export interface ConfirmDialogProps {
  /** The question, naming the object: "Revoke access of 12 members?" */
  title: string
  /** What follows, with numbers. */
  children?: ReactNode
  /** The verb on the button. */
  confirmLabel: string
  /** Does it. The dialog waits, closes when it is done and stays with the reason when it failed. */
  onConfirm: () => unknown
  tone?: 'danger' | 'normal'
  /** Must be typed before the button works: the name of what is lost. */
  typed?: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Asks before something that is hard to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  // Whatever was typed or went wrong belongs to one opening of the dialog.
  return props.isOpen ? <Asked {...props} /> : null
}

function Asked({
  title,
  children,
  confirmLabel,
  onConfirm,
  tone = 'danger',
  typed,
  onOpenChange,
}: ConfirmDialogProps) {
  const { common, ui } = useText()
  const words = useErrorWords()
  const [given, setGiven] = useState('')
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [insists, setInsists] = useState(false)
  const isMissing = typed !== undefined && given.trim() !== typed

  const confirm = async () => {
    if (isMissing) return setInsists(true)
    setPending(true)
    setError(null)
    try {
      await onConfirm()
      onOpenChange(false)
    } catch (cause) {
      setError(cause)
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog
      isOpen
      isAlert
      isBusy={isPending}
      size="small"
      title={title}
      onOpenChange={onOpenChange}
      actions={(close) => (
        <>
          <Button onPress={close} isDisabled={isPending}>
            {common.actions.cancel}
          </Button>
          <Button
            variant={tone === 'danger' ? 'danger' : 'primary'}
            isPending={isPending}
            onPress={confirm}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      {children}
      {typed !== undefined && (
        <TextField
          label={ui.confirm.type(typed)}
          value={given}
          onChange={(value) => {
            setGiven(value)
            setInsists(false)
          }}
          autoComplete="off"
          isRequired
          errorMessage={insists ? ui.confirm.mismatch(typed) : undefined}
        />
      )}
      <div role="alert">{error != null && <Callout tone="bad">{words(error).what}</Callout>}</div>
    </Dialog>
  )
}
