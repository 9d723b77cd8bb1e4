import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { useOrganization, useServerConfig } from '../../session'
import { Button, Callout, EmptyState, Page as Frame, PageHead, Stack } from '../../ui'
import { InviteDialog } from './InviteDialog'
import { ManagedTable } from './ManagedTable'
import { managedSponsorships, seatForecast } from './queries'

/** Every sponsorship of an organization, for those who manage them. */
export function Page() {
  const { billing, sponsorships } = useText()
  const { managed: words } = sponsorships
  const { number } = useFormat()
  const organization = useOrganization()
  const { selfHosted } = useServerConfig()
  const at = { organization: organization.id, selfHosted }
  const { data: rows } = useSuspenseQuery(managedSponsorships(at))
  const { data: seats } = useSuspenseQuery(seatForecast(at, 0))
  const [invites, setInvites] = useState(false)
  const mayInvite = organization.useAdminSponsoredFamilies === true
  const inviting = (
    <Button variant="primary" icon="invite" onPress={() => setInvites(true)}>
      {words.invite}
    </Button>
  )
  const used =
    seats.seats == null
      ? billing.seatsUnlimited(seats.occupied)
      : billing.seats(seats.occupied, number(seats.seats))

  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        context={organization.name}
        state={`${words.state(rows.length)}, ${used}.`}
        action={mayInvite && inviting}
      />
      <Stack>
        {!mayInvite && <Callout title={words.offTitle}>{words.offWhy}</Callout>}
        <ManagedTable
          at={at}
          rows={rows}
          empty={
            <EmptyState
              kind="nothing"
              icon="gift"
              title={words.empty}
              action={mayInvite && inviting}
            >
              {mayInvite ? words.emptyWhy : words.emptyWhyOwn}
            </EmptyState>
          }
        />
      </Stack>
      {invites && <InviteDialog at={at} onClose={() => setInvites(false)} />}
    </Frame>
  )
}
