import { Button } from 'react-aria-components/Button'
import { useText } from '../../i18n'
import { Icon } from '../Icon'
import { useCopied } from '../useCopied'
import styles from './CopyableId.module.css'

interface Props {
  value: string
  /** What it is: "Organization id". */
  label: string
}

/** An id to be copied with one press. */
export function CopyableId({ value, label }: Props) {
  const { common, ui } = useText()
  const { copied, put } = useCopied()
  return (
    <span className={styles.whole}>
      <code className={styles.value}>{value}</code>
      <Button aria-label={ui.copy(label)} className={styles.copy ?? ''} onPress={() => put(value)}>
        <Icon name={copied ? 'check' : 'copy'} size="small" />
      </Button>
      <span role="status" className="visually-hidden">
        {copied && common.actions.copied}
      </span>
    </span>
  )
}
