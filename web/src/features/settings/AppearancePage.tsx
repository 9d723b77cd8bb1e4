import { useText } from '../../i18n'
import {
  Card,
  DENSITIES,
  type IconName,
  Page as Layout,
  PageHead,
  RadioCards,
  Switch,
  setAppearance,
  setSingleKeys,
  THEMES,
  type Theme,
  useAppearance,
  useSingleKeys,
} from '../../ui'

const ICONS: Readonly<Record<Theme, IconName>> = {
  system: 'device',
  light: 'sun',
  dark: 'moon',
  contrast: 'eye',
}

/** How the app looks on this device, and which keys do something. */
export function Page() {
  const { settings } = useText()
  const words = settings.appearance
  const { theme, density } = useAppearance()
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={words.state} />
      <Card>
        <RadioCards
          label={words.theme}
          value={theme}
          onChange={(chosen) => setAppearance({ theme: chosen })}
          columns={2}
          options={THEMES.map((value) => ({
            value,
            icon: ICONS[value],
            title: words.themes[value],
            description: words.themesAbout[value],
          }))}
        />
      </Card>
      <Card>
        <RadioCards
          label={words.density}
          value={density}
          onChange={(chosen) => setAppearance({ density: chosen })}
          columns={3}
          options={DENSITIES.map((value) => ({
            value,
            title: words.densities[value],
            description: words.densitiesAbout[value],
          }))}
        />
      </Card>
      <Card title={words.keys}>
        <Switch
          isSelected={useSingleKeys()}
          onChange={setSingleKeys}
          description={words.singleKeysAbout}
        >
          {words.singleKeys}
        </Switch>
      </Card>
    </Layout>
  )
}
