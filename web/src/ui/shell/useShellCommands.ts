import { LANGUAGE_NAMES, LANGUAGES, speak, useText } from '../../i18n'
import { type Command, useCommands } from '../keys/commands'
import { show } from '../palette/open'
import { setAppearance, THEMES } from '../theme/appearance'
import type { NavGroup } from './types'

/** What can be done from every signed-in page: go to its pages, change how it looks. */
export function useShellCommands(nav: readonly NavGroup[]): void {
  const { shell } = useText()
  const pages: Command[] = nav.flatMap(({ id, label, items }) =>
    items.map((item) => ({
      id: `go.${id}.${item.href}`,
      label: item.label,
      icon: item.icon,
      href: item.href,
      ...(label && { group: label }),
      ...(item.keys && { keys: item.keys }),
      ...(item.keywords && { keywords: item.keywords }),
      ...(!label && { group: shell.navigation }),
    })),
  )
  useCommands([
    {
      id: 'palette',
      label: shell.palette,
      keys: 'Mod+K',
      isHidden: true,
      run: () => show('palette'),
    },
    ...pages,
    { id: 'keys', label: shell.keys, icon: 'keyboard', keys: '?', run: () => show('keys') },
    ...THEMES.map(
      (theme): Command => ({
        id: `theme.${theme}`,
        label: shell.themeTo(shell.themes[theme]),
        icon: theme === 'dark' ? 'moon' : 'sun',
        run: () => setAppearance({ theme }),
      }),
    ),
    ...LANGUAGES.map(
      (language): Command => ({
        id: `language.${language}`,
        label: shell.languageTo(LANGUAGE_NAMES[language]),
        icon: 'globe',
        keywords: ['language', 'langue', language],
        run: () => void speak(language, true),
      }),
    ),
  ])
}
