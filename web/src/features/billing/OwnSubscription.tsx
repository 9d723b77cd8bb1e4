import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { useOrganization } from '../../session'
import { ButtonLink, Card, type Fact, FactList, Inline, Stack } from '../../ui'
import { cloudSubscription, commonFacts, standing } from './facts'
import { LicenseManagement } from './LicenseManagement'
import { LicenseStanding } from './LicenseStanding'
import { cloudConnection, type Subscription } from './queries'

/** What a company's own server tells an owner of the licence, and how it comes here. */
export function OwnSubscription({ row }: { row: Subscription }) {
  const { billing: words, common } = useText()
  const format = useFormat()
  const { id } = useOrganization()
  const { data: connection } = useSuspenseQuery(cloudConnection(id))
  const launch = cloudSubscription(row, connection)
  const due = row.expirationWithoutGracePeriod ?? row.expiration ?? null
  const hasGrace = row.expiration && due !== row.expiration
  const synced =
    connection?.config && 'LastLicenseSync' in connection.config
      ? connection.config.LastLicenseSync
      : null
  const facts: Fact[] = [
    ...commonFacts(row, words, format),
    {
      term: words.expires,
      value: due ? format.date(due) : words.neverExpires,
      ...(hasGrace && row.expiration && { note: words.grace(format.date(row.expiration)) }),
    },
    ...(connection
      ? [
          {
            term: words.lastLicenseSync,
            value: synced ? format.dateTime(synced) : common.never,
          },
        ]
      : []),
  ]
  return (
    <Stack gap="3">
      <LicenseStanding standing={standing(row)} />
      <Card>
        <Stack gap="3">
          <FactList facts={facts} />
          {launch && (
            <Inline>
              <ButtonLink href={launch} target="_blank" rel="noreferrer" icon="external">
                {words.launchCloud}
              </ButtonLink>
            </Inline>
          )}
        </Stack>
      </Card>
      <LicenseManagement row={row} connection={connection} />
    </Stack>
  )
}
