import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../../../api'
import { useFormat, useText } from '../../../i18n'
import { type Panel, syncState } from '../../../sync/panel'
import {
  Button,
  Callout,
  EmptyState,
  ErrorState,
  Skeleton,
  Stack,
  Status,
  SyncPanel,
  Table,
  Text,
  toast,
  useErrorWords,
} from '../../../ui'
import { ConnectedServers } from './ConnectedServers'
import { type OrganizationView, syncPanel, useSyncOrganization } from './queries'

const BILLING_SYNC = 1

/** What the organization is connected to, and how its syncs go. */
export function ConnectionsTab({ data }: { data: OrganizationView }) {
  // not suspended: the tab that was turned to would lose the focus
  const { data: panel, error, refetch } = useQuery(syncPanel(data.id))
  if (error && !panel) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!panel) return <Skeleton shape="rows" />
  return <Known data={data} panel={panel} />
}

function Known({ data, panel }: { data: OrganizationView; panel: Panel }) {
  const text = useText()
  const { organization: words } = text.system
  const format = useFormat()
  const errorWords = useErrorWords()
  const { mutate, isPending, error } = useSyncOrganization(data.id)
  // what the cloud refuses may have no code of ours, but its step has
  const codes = [
    error instanceof ApiError ? error.code : null,
    panel.steps.find(({ state }) => state === 'failed')?.code,
  ]
  const cure = codes.map((code) => code && text.licensing.cure[code]).find(Boolean)
  const { connections, connectedServers } = data
  if (connections.length === 0 && connectedServers.length === 0 && panel.runs.length === 0)
    return (
      <EmptyState kind="nothing" icon="link" title={words.noConnection} isSmall>
        {panel.beginsHere ? words.noConnectionWhy : words.connectionsOfCloud}
      </EmptyState>
    )
  return (
    <Stack gap="3">
      {connections.length > 0 && (
        <Table
          label={words.tabs.connections}
          rows={connections}
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
              id: 'license',
              header: words.lastLicense,
              cell: ({ lastLicenseSync }) =>
                lastLicenseSync ? format.dateTime(lastLicenseSync) : text.common.never,
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
      <div role="alert">
        {error && (
          <Callout tone="bad">
            <Text>{errorWords(error).what}</Text>
            {cure && <Text>{cure}</Text>}
          </Callout>
        )}
      </div>
      {connectedServers.length > 0 && <ConnectedServers rows={connectedServers} />}
      <SyncPanel title={words.billingSync} sync={syncState(panel, text, format)} />
    </Stack>
  )
}
