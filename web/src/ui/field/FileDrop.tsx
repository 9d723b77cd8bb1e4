import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Icon } from '../Icon'
import styles from './FileDrop.module.css'
import { frame } from './Frame'

export interface FileDropProps {
  label: string
  description?: string
  /** Endings or media types: `['.json', 'text/csv']`. */
  accept?: readonly string[]
  /** The file in force, or null. */
  file: File | null
  onChange: (file: File | null) => void
  /** Files above are refused with a sentence. */
  maxBytes?: number
  errorMessage?: string | undefined
  isDisabled?: boolean
}

/** Takes one file, dropped on it or chosen. */
export function FileDrop({
  label,
  description,
  accept = [],
  file,
  onChange,
  maxBytes,
  errorMessage,
  isDisabled = false,
}: FileDropProps) {
  const { ui } = useText()
  const [refusal, setRefusal] = useState<string | null>(null)
  // each button takes the other's place: whoever pressed one finds the focus on the other
  const [isTouched, setTouched] = useState(false)
  const name = useId()
  const about = useId()

  const take = (given: File | undefined) => {
    if (!given) return
    if (maxBytes !== undefined && given.size > maxBytes) setRefusal(ui.file.tooLarge(maxBytes))
    else if (!suits(given, accept)) setRefusal(ui.file.wrongKind(accept.join(', ')))
    else {
      setRefusal(null)
      setTouched(true)
      onChange(given)
    }
  }
  const problem = refusal ?? errorMessage

  return (
    <div className={frame.field}>
      <span id={name} className={frame.label}>
        {label}
      </span>
      <DropZone
        aria-label={label}
        isDisabled={isDisabled}
        className={styles.zone ?? ''}
        getDropOperation={(types) => (isDisabled || types.has('text/plain') ? 'cancel' : 'copy')}
        onDrop={({ items }) => {
          const dropped = items.find((item) => item.kind === 'file')
          if (dropped) void dropped.getFile().then(take)
        }}
      >
        {file ? (
          <div className={styles.chosen}>
            <Icon name="file" />
            <span className={styles.name}>
              {file.name}
              <span className={styles.size}>{ui.file.size(file.size)}</span>
            </span>
            <IconButton
              icon="close"
              size="small"
              label={ui.file.remove(file.name)}
              onPress={() => {
                setTouched(true)
                onChange(null)
              }}
              autoFocus={isTouched}
            />
          </div>
        ) : (
          <div className={styles.empty}>
            <Icon name="upload" />
            <span>
              {ui.file.drop}{' '}
              <FileTrigger
                {...(accept.length > 0 && { acceptedFileTypes: accept })}
                onSelect={(files) => take(files?.[0])}
              >
                <Button
                  isDisabled={isDisabled}
                  autoFocus={isTouched}
                  aria-describedby={`${name} ${about}`}
                  className={styles.choose ?? ''}
                >
                  {ui.file.choose}
                </Button>
              </FileTrigger>
            </span>
          </div>
        )}
      </DropZone>
      <span id={about} className={frame.description}>
        {description}
      </span>
      <span role="alert" className={problem ? frame.error : ''}>
        {problem && (
          <>
            <Icon name="alert" size="small" />
            {problem}
          </>
        )}
      </span>
    </div>
  )
}

function suits(file: File, accept: readonly string[]): boolean {
  if (accept.length === 0) return true
  return accept.some((kind) =>
    kind.startsWith('.')
      ? file.name.toLowerCase().endsWith(kind.toLowerCase())
      : file.type === kind,
  )
}
