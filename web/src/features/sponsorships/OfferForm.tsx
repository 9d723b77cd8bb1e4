import { useState } from 'react'
import { useText } from '../../i18n'
import { type Organization, useProfile, useServerConfig } from '../../session'
import { Button, Card, Form, Select, TextField, toast } from '../../ui'
import { useOffer } from './queries'

/** Offers a Families organization in the name of one of `organizations`, as their member. */
export function OfferForm({ organizations }: { organizations: readonly Organization[] }) {
  const { sponsorships: words } = useText()
  const { email } = useProfile()
  const { selfHosted } = useServerConfig()
  const [chosen, choose] = useState<string | null>(null)
  const [recipient, setRecipient] = useState('')
  const organization = organizations.find(({ id }) => id === chosen) ?? organizations[0]
  const { mutate, error, isPending } = useOffer({
    organization: organization?.id ?? '',
    selfHosted,
  })
  const isOwn = recipient.trim().toLowerCase() === email.toLowerCase()

  return (
    <Card title={words.mine.offer}>
      <Form
        aria-label={words.mine.offer}
        error={error}
        names={{ sponsoredEmail: 'recipient' }}
        onSubmit={() => {
          if (isOwn) return
          mutate(recipient.trim(), {
            onSuccess: () => {
              setRecipient('')
              toast(selfHosted ? words.mine.createdSelfHosted : words.mine.created)
            },
          })
        }}
        actions={
          <Button type="submit" variant="primary" isPending={isPending}>
            {selfHosted ? words.mine.submitSelfHosted : words.mine.submit}
          </Button>
        }
      >
        {organizations.length > 1 && (
          <Select
            label={words.mine.organization}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            value={organization?.id ?? null}
            onChange={choose}
            isRequired
          />
        )}
        <TextField
          name="recipient"
          type="email"
          label={words.mine.email}
          description={words.mine.emailHelp}
          value={recipient}
          onChange={setRecipient}
          autoComplete="email"
          errorMessage={isOwn ? words.mine.ownEmail : undefined}
          isRequired
        />
      </Form>
    </Card>
  )
}
