import { useText } from '../../i18n'
import { useServerConfig } from '../../session'
import { Card, Page as Frame, PageHead } from '../../ui'
import { LicenseForm } from './LicenseForm'
import { PlanForm } from './PlanForm'

/** Makes an organization: with a plan on the cloud, from a licence on a server of one's own. */
export function Page() {
  const { create: words } = useText().organizations
  const { selfHosted } = useServerConfig()
  return (
    <Frame width="narrow">
      <PageHead title={words.title} state={selfHosted ? words.license.lead : words.lead} />
      <Card>{selfHosted ? <LicenseForm /> : <PlanForm />}</Card>
    </Frame>
  )
}
