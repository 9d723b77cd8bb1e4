import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import type { Organization } from '../../session'
import {
  Avatar,
  ButtonLink,
  Card,
  EmptyState,
  Inline,
  Section,
  Status,
  Table,
  type Tone,
} from '../../ui'

/** The protocol's number of a member without any right over others. */
const USER = 2
const CONFIRMED = 2

type StateWord = 'confirmed' | 'accepted' | 'invited' | 'revoked'

const REVOKED = ['bad', 'revoked'] as const

/** By the protocol's number; every other one is a revoked place. */
const STATE: Readonly<Record<number, readonly [Tone, StateWord]>> = {
  0: ['waiting', 'invited'],
  1: ['waiting', 'accepted'],
  2: ['ok', 'confirmed'],
}

const administers = ({ type, status }: Organization): boolean =>
  status === CONFIRMED && type !== USER

/** The organizations one belongs to, and the way into those one administers. */
export function Organizations({ organizations }: { organizations: readonly Organization[] }) {
  const { members, session, settings } = useText()
  const { compare } = useFormat()
  const words = settings.home
  const another = (
    <ButtonLink href={paths.newOrganization()} icon="add">
      {session.frame.newOrganization}
    </ButtonLink>
  )
  if (organizations.length === 0)
    return (
      <EmptyState kind="nothing" icon="building" title={words.none} action={another}>
        {words.noneWhy}
      </EmptyState>
    )
  return (
    <Section title={words.organizations} actions={another}>
      <Card isFlush>
        <Table
          label={words.organizations}
          rows={[...organizations].sort((a, b) => compare(a.name, b.name))}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'name',
              header: words.organization,
              cell: ({ name }) => (
                <Inline>
                  <Avatar name={name} shape="organization" size="small" />
                  <span>{name}</span>
                </Inline>
              ),
            },
            { id: 'role', header: words.role, cell: ({ type }) => members.role[type] ?? '' },
            {
              id: 'state',
              header: words.state,
              cell: ({ status }) => {
                const [tone, word] = STATE[status] ?? REVOKED
                return <Status tone={tone}>{words[word]}</Status>
              },
            },
            {
              id: 'open',
              header: '',
              cell: (organization) => (
                <Inline>
                  {organization.status === CONFIRMED && (
                    <ButtonLink
                      size="small"
                      href={paths.vault.ofOrganization(organization.id)}
                      aria-label={words.itemsOf(organization.name)}
                    >
                      {words.items}
                    </ButtonLink>
                  )}
                  {administers(organization) && (
                    <ButtonLink
                      size="small"
                      href={paths.organization.overview(organization.id)}
                      aria-label={words.openOf(organization.name)}
                    >
                      {words.open}
                    </ButtonLink>
                  )}
                </Inline>
              ),
            },
          ]}
        />
      </Card>
    </Section>
  )
}
