import { useText } from '../../i18n'
import { IconButton } from '../action/IconButton'
import { Menu } from '../action/Menu'
import { useAppearanceGroups } from './appearanceGroups'

/** Language and theme where nobody is signed in. */
export function AppearanceMenu() {
  const { shell } = useText()
  return (
    <Menu
      label={shell.languageAndTheme}
      trigger={<IconButton icon="globe" label={shell.languageAndTheme} />}
      groups={useAppearanceGroups()}
    />
  )
}
