import { useEffect, useState } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import { join } from '../join'
import styles from './Toasts.module.css'
import { dismiss, stays, type Toast, useToasts } from './toast'

const ICON = { ok: 'check', info: 'info', bad: 'alert' } as const

/** Where toasts appear; once in the app, there from the start so that screen readers listen. */
export function Toasts() {
  const { ui } = useText()
  const toasts = useToasts()
  return (
    <section
      aria-label={ui.toasts.region}
      aria-live="polite"
      aria-relevant="additions"
      // dialogs hide the rest of the page from screen readers, but not this
      data-react-aria-top-layer="true"
      className={styles.region}
    >
      {toasts.map((one) => (
        <Shown key={one.id} toast={one} />
      ))}
    </section>
  )
}

function Shown({ toast }: { toast: Toast }) {
  const { common } = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const time = stays(toast)
    if (held || time === null) return
    const timer = setTimeout(() => dismiss(toast.id), time)
    return () => clearTimeout(timer)
  }, [held, toast])
  const { action } = toast
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps it while someone reads
    <div
      className={join(styles.toast, styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={ICON[toast.tone]} />
      <p className={styles.message}>{toast.message}</p>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            action.onPress()
            dismiss(toast.id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        icon="close"
        size="small"
        label={common.actions.close}
        onPress={() => dismiss(toast.id)}
      />
    </div>
  )
}
