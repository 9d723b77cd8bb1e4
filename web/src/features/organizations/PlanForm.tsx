import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../i18n'
import { useProfile } from '../../session'
import { Button, Form, NumberField, RadioCards, Text, TextField } from '../../ui'
import { createOrganization, type Plan, plans } from './queries'
import { useMaking } from './useMaking'

const FREE = 0
const STARTER = 4
const FEWEST_SEATS = 1

/** Asks for a name and a plan, and makes the organization on the cloud. */
export function PlanForm() {
  const { billing, organizations } = useText()
  const { create: words } = organizations
  const format = useFormat()
  const { email } = useProfile()
  const offered = useSuspenseQuery(plans())
    .data.filter(isOffered)
    .sort((one, other) => one.productTier - other.productTier)
  const [name, setName] = useState('')
  const [billingEmail, setBillingEmail] = useState(email)
  const [kind, setKind] = useState(String(FREE))
  const [seats, setSeats] = useState(5)
  const { mutate, error, isPending } = useMaking(createOrganization)
  const plan = offered.find(({ type }) => String(type) === kind)
  const bySeat = plan?.passwordManager.hasAdditionalSeatsOption ?? false
  const additionalSeats = bySeat ? Math.max(0, seats - (plan?.passwordManager.baseSeats ?? 0)) : 0

  return (
    <Form
      aria-label={words.title}
      error={error}
      onSubmit={() =>
        mutate({
          name: name.trim(),
          billingEmail: billingEmail.trim(),
          planType: plan?.type ?? FREE,
          additionalSeats,
          collection: words.firstCollection,
        })
      }
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <TextField
        name="name"
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={50}
        autoComplete="organization"
        isRequired
        autoFocus
      />
      <TextField
        name="billingEmail"
        type="email"
        label={words.billingEmail}
        value={billingEmail}
        onChange={setBillingEmail}
        isRequired
      />
      <RadioCards
        label={words.plan}
        value={kind}
        onChange={setKind}
        options={offered.map((one) => ({
          value: String(one.type),
          title: billing.tiers[one.productTier] ?? one.name,
          description: words.tiers[one.productTier],
          aside: price(one, words, format),
        }))}
      />
      {bySeat && (
        <NumberField
          name="additionalSeats"
          label={words.seats}
          description={words.seatsHelp}
          value={seats}
          onChange={setSeats}
          minValue={FEWEST_SEATS}
          isRequired
        />
      )}
      {plan && plan.type !== FREE && (
        <Text>{words.total(format.money(total(plan, additionalSeats), 'USD'))}</Text>
      )}
    </Form>
  )
}

/** One plan a tier: by the year, or free. */
const isOffered = (plan: Plan): boolean =>
  plan.productTier !== STARTER && (plan.isAnnual || plan.type === FREE) && plan.legacyYear == null

const cents = (dollars: number): number => Math.round(dollars * 100)

const total = ({ passwordManager: { basePrice, seatPrice } }: Plan, seats: number): number =>
  cents(basePrice) + cents(seatPrice) * seats

type Words = Messages['organizations']['create']

function price({ passwordManager: it }: Plan, { price: words }: Words, format: Format): string {
  if (it.hasAdditionalSeatsOption) return words.perSeat(format.money(cents(it.seatPrice), 'USD'))
  return it.basePrice === 0 ? words.free : words.perYear(format.money(cents(it.basePrice), 'USD'))
}
