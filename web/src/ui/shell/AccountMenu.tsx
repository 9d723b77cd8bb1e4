import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from '../../i18n'
import { Menu } from '../action/Menu'
import { Avatar } from '../display/Avatar'
import styles from './AppShell.module.css'
import { useAppearanceGroups } from './appearanceGroups'
import type { ShellAccount } from './types'

/** Who is signed in, and everything that is theirs alone. */
export function AccountMenu({ name, email, groups }: ShellAccount) {
  const { shell } = useText()
  const look = useAppearanceGroups()
  const [first, ...rest] = groups
  return (
    <Menu
      label={shell.account(email)}
      groups={[...(first ? [{ ...first, label: first.label ?? email }] : []), ...look, ...rest]}
      trigger={
        <AriaButton aria-label={shell.account(email)} className={styles.account ?? ''}>
          <Avatar name={name || email} />
        </AriaButton>
      }
    />
  )
}
