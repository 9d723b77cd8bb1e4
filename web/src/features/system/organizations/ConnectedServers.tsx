import { useFormat, useText } from '../../../i18n'
import { CopyableId, Section, Status, Table } from '../../../ui'
import { serverState, TONES } from '../licenses/server'
import type { OrganizationView } from './queries'

/** The servers that hold the organization's licence. */
export function ConnectedServers({ rows }: { rows: OrganizationView['connectedServers'] }) {
  const { common, system } = useText()
  const { organization: words, licenses, installations } = system
  const { relative } = useFormat()
  const when = (at: string | null | undefined) => (at ? relative(at) : common.never)
  return (
    <Section title={words.servers} description={licenses.serverExplained}>
      <Table
        label={words.servers}
        rows={rows}
        keyOf={({ installationId }) => installationId}
        columns={[
          {
            id: 'installation',
            header: installations.id,
            cell: ({ installationId }) => (
              <CopyableId label={installations.id} value={installationId} />
            ),
          },
          {
            id: 'state',
            header: words.memberStatus,
            cell: (row) => (
              <Status tone={TONES[serverState(row)]}>{licenses.server[serverState(row)]}</Status>
            ),
          },
          {
            id: 'active',
            header: installations.lastSeen,
            cell: ({ lastActivityDate }) => when(lastActivityDate),
          },
          {
            id: 'sync',
            header: licenses.columns.lastSync,
            cell: ({ lastSyncDate }) => when(lastSyncDate),
          },
        ]}
      />
    </Section>
  )
}
