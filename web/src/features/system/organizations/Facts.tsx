import { useFormat, useText } from '../../../i18n'
import { planNamed } from '../../../plans'
import { Card, Columns, CopyableId, type Fact, FactList, Stack } from '../../../ui'
import type { OrganizationView } from './queries'

/** What an organization is, who is in it, what it pays for, what it holds. */
export function Facts({ data }: { data: OrganizationView }) {
  const { organization: words } = useText().system
  return (
    <Columns>
      <Stack gap="3">
        <Card title={words.about}>
          <About data={data} />
        </Card>
        <Card title={words.holds}>
          <Holdings data={data} />
        </Card>
      </Stack>
      <Stack gap="3">
        <Card title={words.seatsAndPeople}>
          <People data={data} />
        </Card>
        <Card title={data.subscription ? words.subscription : words.runs}>
          <Period data={data} />
        </Card>
      </Stack>
    </Columns>
  )
}

const known = (facts: readonly (Fact | false | '' | null | undefined)[]): Fact[] =>
  facts.filter((fact) => fact !== '' && fact !== false && fact != null)

function About({ data }: { data: OrganizationView }) {
  const { billing, common, system } = useText()
  const { organization: words, organizations: list } = system
  const { dateTime } = useFormat()
  return (
    <FactList
      facts={known([
        { term: words.id, value: <CopyableId label={words.id} value={data.id} /> },
        { term: list.plan, value: planNamed(data.planType, billing.tiers) },
        data.businessName && { term: words.business, value: data.businessName },
        { term: words.billing, value: data.billingEmail },
        data.identifier && { term: words.identifier, value: data.identifier },
        { term: words.keys, value: data.hasPublicAndPrivateKeys ? common.yes : common.no },
        { term: list.made, value: dateTime(data.creationDate) },
        { term: words.changed, value: dateTime(data.revisionDate) },
      ])}
    />
  )
}

function People({ data }: { data: OrganizationView }) {
  const { system } = useText()
  const { organization: words, organizations: list } = system
  const { number } = useFormat()
  const { users, occupiedBySponsorships } = data
  const seats = data.seats == null ? list.unlimited : number(data.seats)
  return (
    <FactList
      facts={[
        {
          term: words.occupied,
          value: list.of(number(data.occupiedSeats), seats),
          ...(occupiedBySponsorships > 0 && {
            note: words.bySponsorships(occupiedBySponsorships),
          }),
        },
        { term: words.invited, value: number(users.invited) },
        { term: words.accepted, value: number(users.accepted) },
        { term: words.confirmed, value: number(users.confirmed) },
        { term: words.revoked, value: number(users.revoked) },
        { term: words.twoStep, value: number(users.twoStep) },
      ]}
    />
  )
}

/** What it pays for on the cloud, and until when it works. */
function Period({ data }: { data: OrganizationView }) {
  const { common, system } = useText()
  const { organization: words, organizations: list } = system
  const { date, relative } = useFormat()
  const { subscription, expirationDate, expirationWithoutGraceDate } = data
  const when = (term: string, at: string): Fact => ({ term, value: date(at), note: relative(at) })
  return (
    <FactList
      facts={known([
        subscription && {
          term: words.memberStatus,
          value: words.payment[subscription.status] ?? subscription.status,
          ...(subscription.sponsored && { note: words.sponsored }),
        },
        subscription && {
          term: words.paid,
          value: subscription.annual ? words.yearly : words.monthly,
        },
        subscription?.trialEndDate && when(words.trialEnds, subscription.trialEndDate),
        subscription && when(words.periodBegan, subscription.periodStartDate),
        subscription && {
          ...when(words.periodEnds, subscription.periodEndDate),
          ...(subscription.cancelAtPeriodEnd && { note: words.endsThen }),
        },
        expirationWithoutGraceDate && when(words.paidUntil, expirationWithoutGraceDate),
        expirationDate
          ? when(list.expires, expirationDate)
          : !subscription && { term: list.expires, value: common.never },
      ])}
    />
  )
}

function Holdings({ data }: { data: OrganizationView }) {
  const { common, system } = useText()
  const { organization: words } = system
  const { number } = useFormat()
  return (
    <FactList
      facts={[
        { term: words.policies, value: number(data.policies) },
        { term: words.collections, value: number(data.collections) },
        { term: words.sponsorships, value: number(data.sponsorships) },
        ...Object.entries(data.collectionRules).map(([rule, isOn]) => ({
          term: words.rules[rule] ?? rule,
          value: isOn ? common.yes : common.no,
        })),
      ]}
    />
  )
}
