import { LANGUAGE_NAMES, LANGUAGES, speak, useLanguage, useText } from '../../i18n'
import { Card, Page as Layout, PageHead, RadioCards } from '../../ui'

/** The language, changed at once; the frame tells the account. */
export function Page() {
  const { settings } = useText()
  const words = settings.language
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={words.state} />
      <Card>
        <RadioCards
          label={words.label}
          value={useLanguage()}
          onChange={(chosen) => void speak(chosen, true)}
          columns={2}
          options={LANGUAGES.map((value) => ({ value, title: LANGUAGE_NAMES[value] }))}
        />
      </Card>
    </Layout>
  )
}
