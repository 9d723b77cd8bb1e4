import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { join } from '../join'
import { useCopied } from '../useCopied'
import styles from './CodeBlock.module.css'

interface Props {
  /** What it is, for screen readers and the copy button: "Command". */
  label: string
  /** A text of sentences: its long lines go on beneath. */
  isWrapped?: boolean
  children: string
}

/** Text for a machine, as it is, to be copied. */
export function CodeBlock({ label, isWrapped = false, children }: Props) {
  const { common, ui } = useText()
  const { copied, put } = useCopied()
  return (
    <figure className={styles.figure} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard */}
      <pre className={join(styles.code, isWrapped && styles.wrapped)} tabIndex={0}>
        {children}
      </pre>
      <Button
        size="small"
        icon={copied ? 'check' : 'copy'}
        aria-label={ui.copy(label)}
        onPress={() => put(children)}
      >
        {copied ? common.actions.copied : common.actions.copy}
      </Button>
    </figure>
  )
}
