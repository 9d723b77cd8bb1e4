import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox'
import { Box } from '../field/Checkbox'
import styles from './Grid.module.css'

/** A checkbox without words, named by what it stands beside. */
export function Tick(props: Omit<CheckboxProps, 'children' | 'className'>) {
  return (
    <Checkbox {...props} slot={null} className={styles.tickBox ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <Box isSelected={isSelected} isIndeterminate={isIndeterminate} />
      )}
    </Checkbox>
  )
}
