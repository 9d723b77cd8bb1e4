import { useEffect } from 'react'
import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { Callout } from '../display/Callout'
import { Icon } from '../Icon'
import { useErrorWords } from '../state/errorWords'
import styles from './SaveBar.module.css'

export interface SaveBarProps {
  /** Something was changed and not saved; only then the bar shows, and leaving asks first. */
  isDirty: boolean
  isPending?: boolean
  onSave: () => void
  onDiscard: () => void
  error?: unknown
}

/** Unsaved changes of a page of settings, always in view. */
export function SaveBar({ isDirty, isPending = false, onSave, onDiscard, error }: SaveBarProps) {
  const { common, ui } = useText()
  const words = useErrorWords()
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <div role="status" className={styles.place}>
      {isDirty && (
        <div className={styles.bar}>
          {error != null && <Callout tone="bad">{words(error).what}</Callout>}
          <div className={styles.line}>
            <Icon name="edit" size="small" />
            <p className={styles.words}>{ui.save.unsaved}</p>
            <Button onPress={onDiscard} isDisabled={isPending}>
              {ui.save.discard}
            </Button>
            <Button variant="primary" onPress={onSave} isPending={isPending}>
              {common.actions.save}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
