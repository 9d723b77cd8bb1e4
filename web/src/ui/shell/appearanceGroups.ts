import { LANGUAGE_NAMES, LANGUAGES, type Language, speak, useLanguage, useText } from '../../i18n'
import type { MenuGroup } from '../action/Menu'
import {
  DENSITIES,
  type Density,
  setAppearance,
  THEMES,
  type Theme,
  useAppearance,
} from '../theme/appearance'

/** Language, theme and density as groups of a menu, each a choice in force at once. */
export function useAppearanceGroups(): MenuGroup[] {
  const { shell } = useText()
  const chosen = useAppearance()
  const language = useLanguage()
  return [
    {
      id: 'language',
      label: shell.language,
      entries: LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
      chosen: language,
      onChoose: (id) => void speak(id as Language, true),
    },
    {
      id: 'theme',
      label: shell.theme,
      entries: THEMES.map((id) => ({ id, label: shell.themes[id] })),
      chosen: chosen.theme,
      onChoose: (id) => setAppearance({ theme: id as Theme }),
    },
    {
      id: 'density',
      label: shell.density,
      entries: DENSITIES.map((id) => ({ id, label: shell.densities[id] })),
      chosen: chosen.density,
      onChoose: (id) => setAppearance({ density: id as Density }),
    },
  ]
}
