import type { InputHTMLAttributes, SyntheticEvent } from 'react'
import { Box } from '../field/Checkbox'
import styles from './Grid.module.css'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> {
  checked: boolean
  /** Some of what it stands for is selected, and some is not. */
  isMixed?: boolean
}

const stop = (event: SyntheticEvent): void => event.stopPropagation()

/** What a press of it is none of, such as of the head of its column. */
const ITS_OWN = { onPointerDown: stop, onMouseDown: stop, onClick: stop }

/** A checkbox without words, named by what it stands beside. Plain, because every row has one. */
export function Tick({ isMixed = false, ...rest }: Props) {
  return (
    <label {...ITS_OWN} className={styles.tickBox}>
      <input
        {...rest}
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = isMixed
        }}
        className="visually-hidden"
      />
      <Box isSelected={rest.checked} isIndeterminate={isMixed} />
    </label>
  )
}
