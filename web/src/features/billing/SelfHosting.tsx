import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { useOrganization } from '../../session'
import { Button, ButtonLink, Card, Inline, Stack, Text } from '../../ui'
import { BillingTokenDialog } from './BillingTokenDialog'
import { DownloadLicenseDialog } from './DownloadLicenseDialog'
import { billingToken, type Subscription } from './queries'
import { Servers } from './Servers'
import { TokenUse } from './TokenUse'

const ENTERPRISE = 3

/** On the cloud: what a server of the organization's own needs. */
export function SelfHosting({ row }: { row: Subscription }) {
  const { billing } = useText()
  const { selfHosting: words } = billing
  const { id } = useOrganization()
  const { data: token } = useSuspenseQuery(billingToken(id))
  const [open, setOpen] = useState<'license' | 'token' | null>(null)
  const close = () => setOpen(null)
  if (!row.plan.hasSelfHost)
    return (
      <Card title={words.title}>
        <Text tone="muted">{words.noSelfHost}</Text>
      </Card>
    )
  const syncs = row.plan.productTier === ENTERPRISE
  return (
    <Card title={words.title} description={words.lead}>
      <Stack gap="3">
        <Inline>
          <Button icon="download" onPress={() => setOpen('license')}>
            {words.download}
          </Button>
          {syncs && (
            <Button icon="key" onPress={() => setOpen('token')}>
              {token ? words.view : words.setUp}
            </Button>
          )}
          {syncs && token && (
            <ButtonLink variant="quiet" href={paths.organization.sync(id)}>
              {billing.sync.open}
            </ButtonLink>
          )}
        </Inline>
        {syncs && token && <TokenUse token={token} />}
        <Servers id={id} />
      </Stack>
      {open === 'license' && <DownloadLicenseDialog onClose={close} />}
      {open === 'token' && <BillingTokenDialog token={token} onClose={close} />}
    </Card>
  )
}
