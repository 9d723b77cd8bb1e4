import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { useOrganization, useServerConfig } from '../../session'
import { ButtonLink, Callout, Card, Page as Frame, Inline, PageHead, Stack, Text } from '../../ui'
import { peopleOf } from './queries'

const OWNER = 0
const ACCEPTED = 1
const ENTERPRISE = 3

/** What waits in an organization, and the first steps of a new one. */
export function Page() {
  const { overview: words } = useText().organizations
  const organization = useOrganization()
  const { id, name } = organization
  const { data: people } = useSuspenseQuery(peopleOf(id))
  const waiting = people.filter(({ status }) => status === ACCEPTED).length
  return (
    <Frame>
      <PageHead title={words.title} context={name} state={name} />
      <Stack gap="3">
        {waiting > 0 ? (
          <Callout
            tone="warn"
            action={<ButtonLink href={paths.organization.members(id)}>{words.confirm}</ButtonLink>}
          >
            {words.waiting(waiting)}
          </Callout>
        ) : (
          <Callout tone="ok">{words.calm}</Callout>
        )}
        <FirstSteps
          steps={useSteps(people.length, people.filter(({ type }) => type === OWNER).length)}
        />
      </Stack>
    </Frame>
  )
}

interface FirstStep {
  name: string
  href: string
  isDone: boolean
}

function useSteps(members: number, owners: number): FirstStep[] {
  const { steps: words } = useText().organizations.overview
  const { id, productTierType } = useOrganization()
  const { selfHosted } = useServerConfig()
  const to = paths.organization
  return [
    { name: words.invite, href: to.members(id), isDone: members > 1 },
    { name: words.secondOwner, href: to.members(id), isDone: owners > 1 },
    ...(productTierType === ENTERPRISE || selfHosted
      ? [{ name: words.selfHost, href: to.subscription(id), isDone: false }]
      : []),
  ].filter(({ isDone }) => !isDone)
}

function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const { overview: words } = useText().organizations
  if (steps.length === 0) return null
  return (
    <Card title={words.start}>
      <Stack>
        {steps.map(({ name, href }) => (
          <Inline key={name} isWhole>
            <Text>{name}</Text>
            <ButtonLink size="small" href={href} aria-label={`${words.open}: ${name}`}>
              {words.open}
            </ButtonLink>
          </Inline>
        ))}
      </Stack>
    </Card>
  )
}
