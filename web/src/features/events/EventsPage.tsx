import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { EventTable } from '../../events/EventTable'
import { useText } from '../../i18n'
import { can, useOrganization } from '../../session'
import { EmptyState, Page as Frame, PageHead } from '../../ui'
import { ofOrganization, people, policyKinds } from './queries'

/** What happened in an organization. */
export function Page() {
  const { events: words } = useText()
  const organization = useOrganization()
  const { name, useEvents: isInPlan } = organization
  const mayRead = can(organization, 'events.view')
  if (mayRead && isInPlan) return <Log />
  return (
    <Frame>
      <PageHead title={words.title} context={name} />
      {mayRead ? (
        <EmptyState kind="notAllowed" icon="card" title={words.notInPlan}>
          {words.notInPlanWhy}
        </EmptyState>
      ) : (
        <EmptyState kind="notAllowed" title={words.noRight}>
          {words.noRightWhy}
        </EmptyState>
      )}
    </Frame>
  )
}

function Log() {
  const { events: words } = useText()
  const organization = useOrganization()
  const { id, name } = organization
  const { data: members } = useSuspenseQuery(people(id))
  const { data: policy } = useSuspenseQuery(policyKinds(id, can(organization, 'policies.manage')))
  const names = useCallback(() => {
    const called = members.map((one) => ({ ...one, called: one.name || (one.email ?? '') }))
    return {
      person: new Map(called.flatMap((one) => (one.userId ? [[one.userId, one.called]] : []))),
      member: new Map(called.map((one) => [one.id, one.called])),
      policy,
    }
  }, [members, policy])
  return (
    <Frame width="full">
      <EventTable
        id="events"
        log={ofOrganization(id)}
        namesIn={names}
        title={words.title}
        head={(state, refresh) => (
          <PageHead title={words.title} context={name} state={state} action={refresh} />
        )}
      />
    </Frame>
  )
}
