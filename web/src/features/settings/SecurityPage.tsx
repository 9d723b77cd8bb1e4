import { useText } from '../../i18n'
import { chooseLockAfter, LOCK_AFTER_CHOICES, type LockAfter, useLockAfter } from '../../session'
import { Card, Page as Layout, PageHead, Select } from '../../ui'
import { DerivationForm } from './DerivationForm'
import { EverywhereCard } from './EverywhereCard'
import { PasswordForm } from './PasswordForm'
import { PinCard } from './PinCard'

/** What opens the vault, and when it closes. */
export function Page() {
  const { settings } = useText()
  const words = settings.security
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={words.state} />
      <Card title={words.lock} description={words.lockAbout}>
        <LockAfterField />
      </Card>
      <PinCard />
      <Card title={words.password} description={words.passwordAbout}>
        <PasswordForm />
      </Card>
      <Card title={words.derivation} description={words.derivationAbout}>
        <DerivationForm />
      </Card>
      <EverywhereCard />
    </Layout>
  )
}

function LockAfterField() {
  const { session } = useText()
  const words = session.lockAfter
  const said = (choice: LockAfter): string => {
    if (choice === 'never') return words.never
    return choice < 60 ? words.minutes(choice) : words.hours(choice / 60)
  }
  return (
    <Select
      label={words.label}
      value={String(useLockAfter())}
      onChange={(value) => chooseLockAfter(value === 'never' ? 'never' : Number(value))}
      options={LOCK_AFTER_CHOICES.map((choice) => ({ value: String(choice), label: said(choice) }))}
    />
  )
}
