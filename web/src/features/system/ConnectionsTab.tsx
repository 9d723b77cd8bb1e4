import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { syncState } from '../../sync/panel'
import {
  Button,
  Callout,
  EmptyState,
  Stack,
  Status,
  SyncPanel,
  Table,
  toast,
  useErrorWords,
} from '../../ui'
import { type OrganizationView, syncPanel, useSyncOrganization } from './queries'

const BILLING_SYNC = 1

/** What the organization is connected to, and how its syncs go. */
export function ConnectionsTab({ data }: { data: OrganizationView }) {
  const text = useText()
  const { organization: words } = text.system
  const format = useFormat()
  const errorWords = useErrorWords()
  const { data: panel } = useSuspenseQuery(syncPanel(data.id))
  const { mutate, isPending, error } = useSyncOrganization(data.id)
  if (data.connections.length === 0 && panel.runs.length === 0)
    return (
      <EmptyState kind="nothing" icon="link" title={words.noConnection} isSmall>
        {panel.beginsHere ? words.noConnectionWhy : words.connectionsOfCloud}
      </EmptyState>
    )
  return (
    <Stack gap="3">
      {data.connections.length > 0 && (
        <Table
          label={words.tabs.connections}
          rows={data.connections}
          keyOf={({ type }) => String(type)}
          columns={[
            {
              id: 'type',
              header: words.type,
              cell: ({ type }) => (type === BILLING_SYNC ? words.billingSync : words.scim),
            },
            {
              id: 'status',
              header: words.memberStatus,
              cell: ({ enabled }) => (
                <Status tone={enabled ? 'ok' : 'neutral'}>
                  {enabled ? words.enabled : words.disabled}
                </Status>
              ),
            },
            {
              id: 'sync',
              header: '',
              cell: ({ type }) =>
                type === BILLING_SYNC && (
                  <Button
                    isPending={isPending}
                    onPress={() => mutate(undefined, { onSuccess: () => toast(words.synced) })}
                  >
                    {words.manuallySync}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {error && <Callout tone="bad">{errorWords(error).what}</Callout>}
      <SyncPanel title={text.billing.connection.title} sync={syncState(panel, text, format)} />
    </Stack>
  )
}
