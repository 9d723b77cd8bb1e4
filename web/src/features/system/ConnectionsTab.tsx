import { useText } from '../../i18n'
import { Button, Callout, EmptyState, Stack, Status, Table, toast, useErrorWords } from '../../ui'
import { type OrganizationView, useSyncOrganization } from './queries'

const BILLING_SYNC = 1

/** What the organization is connected to. */
export function ConnectionsTab({ data }: { data: OrganizationView }) {
  const { organization: words } = useText().system
  const errorWords = useErrorWords()
  const { mutate, isPending, error } = useSyncOrganization(data.id)
  if (data.connections.length === 0)
    return (
      <EmptyState kind="nothing" icon="link" title={words.noConnection} isSmall>
        {words.noConnectionWhy}
      </EmptyState>
    )
  return (
    <Stack>
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
            cell: () => (
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
      {error && <Callout tone="bad">{errorWords(error).what}</Callout>}
    </Stack>
  )
}
