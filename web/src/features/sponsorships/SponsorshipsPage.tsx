import { useSuspenseQueries } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { useOrganizations, useServerConfig } from '../../session'
import { Card, Columns, EmptyState, Page as Frame, PageHead, Points, Stack } from '../../ui'
import { OfferForm } from './OfferForm'
import { OwnSponsorship } from './OwnSponsorship'
import { ownSponsorship } from './queries'

/** A member's own sponsorships: one for each organization that gives them. */
export function Page() {
  const { sponsorships: words } = useText()
  const { selfHosted } = useServerConfig()
  const sponsors = useOrganizations().filter(
    (one) => one.familySponsorshipAvailable || one.familySponsorshipFriendlyName,
  )
  const own = useSuspenseQueries({
    queries: sponsors.map(({ id }) => ownSponsorship({ organization: id, selfHosted })),
  })
  const pairs = sponsors.map((organization, index) => ({
    organization,
    row: own[index]?.data ?? null,
  }))
  const given = pairs.flatMap(({ organization, row }) => (row ? [{ organization, row }] : []))
  const free = pairs.filter(({ row }) => !row).map(({ organization }) => organization)

  return (
    <Frame>
      <PageHead title={words.mine.title} state={words.mine.lead} />
      {sponsors.length === 0 ? (
        <EmptyState kind="notAllowed" title={words.mine.noneTitle}>
          {words.mine.noneWhy}
        </EmptyState>
      ) : (
        <Columns layout="main-side">
          <Stack gap="3">
            <Card title={words.mine.table}>
              {given.length === 0 ? (
                <EmptyState kind="nothing" icon="mail" title={words.mine.empty} isSmall>
                  {words.mine.emptyWhy}
                </EmptyState>
              ) : (
                given.map(({ organization, row }) => (
                  <OwnSponsorship key={organization.id} organization={organization} row={row} />
                ))
              )}
            </Card>
            {free.length > 0 && <OfferForm organizations={free} />}
          </Stack>
          <Card>
            <Points points={words.mine.benefits} />
          </Card>
        </Columns>
      )}
    </Frame>
  )
}
