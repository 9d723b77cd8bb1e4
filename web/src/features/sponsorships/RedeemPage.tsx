import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import { useOrganizations, useProfile, useSession } from '../../session'
import {
  AuthCard,
  Button,
  ButtonLink,
  Callout,
  ConfirmDialog,
  Form,
  RadioCards,
  Stack,
  Text,
  TextField,
  toast,
} from '../../ui'
import { accept, HalfDone, type Made, type Target } from './accept'
import { HalfDoneCallout } from './HalfDoneCallout'
import { decline, offerLink } from './queries'

const FAMILIES_TIER = 1
const OWNER = 0
const NEW = 'new'

/** Accepts an offer: for a new Families organization, or for one the person owns. */
export function Page() {
  const token = useLink().get('token') ?? ''
  const { state } = useSession()
  if (state !== 'unlocked' || !token) return <Navigate to={paths.front.joinFamilies()} replace />
  return <Checked token={token} />
}

function Checked({ token }: { token: string }) {
  const { data } = useSuspenseQuery(offerLink(token))
  if (!data.isTokenValid || data.isFreeFamilyPolicyEnabled)
    return <Navigate to={paths.front.joinFamilies()} replace />
  return <Redeem token={token} sponsor={data.sponsoringOrganizationName ?? null} />
}

function Redeem({ token, sponsor }: { token: string; sponsor: string | null }) {
  const { sponsorships: words } = useText()
  const { email } = useProfile()
  const families = useOrganizations().filter(
    ({ productTierType, type }) => productTierType === FAMILIES_TIER && type === OWNER,
  )
  const [choice, choose] = useState<string>(NEW)
  const [name, setName] = useState('')
  const [billingEmail, setBillingEmail] = useState(email)
  const [declining, setDeclining] = useState(false)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const attempt = useMutation({
    mutationFn: (target: Target) => accept(token, target),
    onSettled: () => queries.invalidateQueries({ queryKey: ['profile'] }),
  })

  if (attempt.data) return <Done made={attempt.data} />
  const halfDone = attempt.error instanceof HalfDone ? attempt.error : null
  const existing = families.find(({ id }) => id === choice)
  const submit = () => {
    const made = halfDone?.made
    if (made) attempt.mutate({ kind: 'existing', ...made })
    else if (existing) attempt.mutate({ kind: 'existing', id: existing.id, name: existing.name })
    else
      attempt.mutate({ kind: 'new', name, billingEmail, collection: words.redeem.firstCollection })
  }

  return (
    <AuthCard
      size="wide"
      title={words.redeem.title}
      lead={
        sponsor
          ? words.join.from(sponsor, window.location.host)
          : words.join.fromUnknown(window.location.host)
      }
    >
      {halfDone && (
        <HalfDoneCallout
          made={halfDone.made}
          cause={halfDone.cause}
          onDeleted={() => {
            attempt.reset()
            void queries.invalidateQueries({ queryKey: ['profile'] })
          }}
        />
      )}
      <Form
        aria-label={words.redeem.title}
        error={halfDone ? null : attempt.error}
        onSubmit={submit}
        actions={
          <>
            <Button variant="quiet" onPress={() => setDeclining(true)}>
              {words.redeem.decline}
            </Button>
            <Button type="submit" variant="primary" isPending={attempt.isPending}>
              {halfDone ? words.redeem.again : words.redeem.submit}
            </Button>
          </>
        }
      >
        {!halfDone && families.length > 0 && (
          <RadioCards
            label={words.redeem.choose}
            value={choice}
            onChange={choose}
            options={[
              {
                value: NEW,
                title: words.redeem.newOne,
                description: words.redeem.newOneHelp,
              },
              ...families.map(({ id, name: title }) => ({
                value: id,
                title,
                description: words.redeem.existingHelp,
              })),
            ]}
          />
        )}
        {!halfDone && !existing && (
          <>
            <TextField
              name="name"
              label={words.redeem.name}
              value={name}
              onChange={setName}
              maxLength={50}
              isRequired
            />
            <TextField
              name="billingEmail"
              type="email"
              label={words.redeem.billingEmail}
              value={billingEmail}
              onChange={setBillingEmail}
              isRequired
            />
          </>
        )}
        <Text tone="muted">{words.redeem.price}</Text>
      </Form>
      <ConfirmDialog
        isOpen={declining}
        onOpenChange={setDeclining}
        title={words.redeem.declineTitle}
        confirmLabel={words.redeem.decline}
        onConfirm={async () => {
          await decline(token)
          toast(words.redeem.declined)
          await navigate({ to: paths.vault.items() })
        }}
      >
        {words.redeem.declineWhy}
      </ConfirmDialog>
    </AuthCard>
  )
}

function Done({ made }: { made: Made }) {
  const { sponsorships: words } = useText()
  return (
    <AuthCard title={words.redeem.done}>
      <Stack>
        <Callout tone="ok">{words.redeem.doneWhy(made.name)}</Callout>
        <ButtonLink variant="primary" size="wide" href={paths.organization.overview(made.id)}>
          {words.redeem.open}
        </ButtonLink>
      </Stack>
    </AuthCard>
  )
}
