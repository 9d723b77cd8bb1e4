import { useText } from '../../i18n'
import { Button } from '../action/Button'
import { useCopied } from '../useCopied'
import styles from './CodeBlock.module.css'

interface Props {
  /** What it is, for screen readers and the copy button: "Command". */
  label: string
  children: string
}

/** Text for a machine, as it is, to be copied. */
export function CodeBlock({ label, children }: Props) {
  const { common, ui } = useText()
  const { copied, put } = useCopied()
  return (
    <figure className={styles.figure} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, also by keyboard */}
      <pre className={styles.code} tabIndex={0}>
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
