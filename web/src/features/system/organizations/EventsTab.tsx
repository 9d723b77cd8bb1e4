import { useMemo } from 'react'
import { answer, api, type Schema } from '../../../api'
import { EventTable } from '../../../events/EventTable'
import type { Log } from '../../../events/log'
import type { Names } from '../../../events/telling'
import { useText } from '../../../i18n'
import { Inline, Text } from '../../../ui'

type Page = Schema['OrganizationEventsResponse']

const logOf = (id: string): Log<Page> => ({
  key: ['system', id],
  read: (query, signal) =>
    answer(
      api.GET('/admin/organizations/{id}/events', { params: { path: { id }, query }, signal }),
    ),
})

/** The server says with each page what its ids stand for. */
function namesIn(pages: readonly Page[]): Names {
  const names = new Map(pages.flatMap((page) => page.names.map(({ id, name }) => [id, name])))
  const policies = pages.flatMap((page) => page.policies.map(({ id, type }) => [id, type] as const))
  return { person: names, member: names, installation: names, policy: new Map(policies) }
}

/** Sentences have names of any length in them here. */
const HIDDEN = ['area', 'device', 'address']

/** What happened in an organization, whatever its plan logs for its own people. */
export function EventsTab({ id }: { id: string }) {
  const { system } = useText()
  const log = useMemo(() => logOf(id), [id])
  return (
    <EventTable
      id="system-events"
      log={log}
      namesIn={namesIn}
      title={system.organization.tabs.events}
      hides={HIDDEN}
      head={(state, refresh) => (
        <Inline justify="between">
          <Text tone="muted" size="small">
            {state}
          </Text>
          {refresh}
        </Inline>
      )}
    />
  )
}
