import { useFormat, useText } from '../../i18n'
import { useOrganization } from '../../session'
import { Card, type Fact, FactList, Stack } from '../../ui'
import { commonFacts } from './facts'
import type { Subscription } from './queries'
import { SelfHosting } from './SelfHosting'
import { Sponsored } from './Sponsored'

/** What the cloud tells an owner of the subscription. */
export function CloudSubscription({ row }: { row: Subscription }) {
  const { billing: words } = useText()
  const format = useFormat()
  const { id } = useOrganization()
  const isSponsored = row.subscription?.items.some((item) => item.sponsoredSubscriptionItem)
  const invoice = row.upcomingInvoice
  const facts: Fact[] = [
    ...commonFacts(row, words, format),
    {
      term: words.storage,
      value: row.maxStorageGb
        ? words.storageOf(format.number(row.storageGb ?? 0), row.maxStorageGb)
        : words.noStorage,
    },
    ...(invoice
      ? [
          {
            term: words.nextInvoice,
            value: words.charge(
              format.money(Math.round(invoice.amount * 100), 'USD'),
              format.date(invoice.date),
            ),
          },
        ]
      : []),
    {
      term: words.expires,
      value: row.expiration ? format.date(row.expiration) : words.neverExpires,
    },
  ]
  return (
    <Stack gap="3">
      <Card>
        <FactList facts={facts} />
      </Card>
      {isSponsored && <Sponsored id={id} until={row.expiration ?? null} />}
      <SelfHosting row={row} />
    </Stack>
  )
}
