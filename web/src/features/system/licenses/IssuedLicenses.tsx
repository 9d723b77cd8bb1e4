import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../../i18n'
import { paths } from '../../../paths'
import {
  Button,
  Callout,
  type Column,
  DataTable,
  EmptyState,
  Page as Frame,
  Link,
  PageHead,
  Stack,
  Status,
  saveFile,
  toast,
  useErrorWords,
} from '../../../ui'
import { GenerateDialog } from './GenerateDialog'
import { type IssuedLicense, issuedLicenses, useGenerateLicense } from './queries'
import { type ServerState, STATES, serverState, TONES } from './server'

const BY_NAME = [{ column: 'organization' }]
const idOf = ({ organizationId, installationId }: IssuedLicense) =>
  `${organizationId} ${installationId}`

/** The licences that went out, by organization and server. */
export function IssuedLicenses() {
  const text = useText()
  const { licenses: words, generate } = text.system
  const format = useFormat()
  const { data } = useSuspenseQuery(issuedLicenses())
  const [asks, setAsks] = useState(false)
  const errorWords = useErrorWords()
  const download = useGenerateLicense()
  const columns = useMemo(() => columnsOf(text, format), [text, format])
  const { rows } = data
  const menu = ({ organizationId, organizationName, installationId }: IssuedLicense) => [
    {
      id: 'download',
      label: words.download,
      icon: 'download' as const,
      onAction: () =>
        download.mutate(
          { organizationId, installationId },
          {
            onSuccess: (license) => {
              saveFile(`license-${organizationId}.json`, 'application/json', license)
              toast(words.downloaded(organizationName))
            },
          },
        ),
    },
  ]
  const generating = (
    <Button variant="primary" icon="license" onPress={() => setAsks(true)}>
      {generate.title}
    </Button>
  )
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={rows.length > 0 ? words.issuedState(rows.length) : undefined}
        action={generating}
      />
      <Stack>
        {download.error && <Callout tone="bad">{errorWords(download.error).what}</Callout>}
        {data.isCut && <Callout tone="warn">{words.cut(rows.length)}</Callout>}
        {rows.some((row) => serverState(row) === 'waiting') && (
          <Callout>{words.serverExplained}</Callout>
        )}
        <DataTable
          id="system.issued"
          label={words.title}
          rows={rows}
          rowId={idOf}
          columns={columns}
          defaultSort={BY_NAME}
          rowMenu={menu}
          empty={
            <EmptyState kind="nothing" icon="license" title={words.issuedEmpty}>
              {words.issuedEmptyWhy}
            </EmptyState>
          }
        />
      </Stack>
      {asks && <GenerateDialog onClose={() => setAsks(false)} />}
    </Frame>
  )
}

function columnsOf({ system }: Messages, { date }: Format): Column<IssuedLicense>[] {
  const { licenses: words } = system
  const { columns: names, server } = words
  return [
    {
      id: 'organization',
      header: names.organization,
      value: ({ organizationName }) => organizationName,
      cell: ({ organizationId, organizationName }, mark) => (
        <Link href={paths.system.organization(organizationId)}>{mark(organizationName)}</Link>
      ),
      isIdentity: true,
      width: 170,
    },
    {
      id: 'email',
      header: names.email,
      value: ({ installationEmail }) => installationEmail,
      width: 220,
    },
    {
      id: 'server',
      header: names.server,
      value: (row) => server[serverState(row)],
      cell: (row) => <Status tone={TONES[serverState(row)]}>{server[serverState(row)]}</Status>,
      width: 170,
      filter: {
        of: serverState,
        keys: STATES,
        label: (key) => server[key as ServerState] ?? key,
        isInline: true,
      },
    },
    {
      id: 'lastSync',
      header: names.lastSync,
      value: ({ lastSyncDate }) => (lastSyncDate ? new Date(lastSyncDate) : null),
      width: 180,
    },
    {
      id: 'since',
      header: names.since,
      value: ({ creationDate }) => new Date(creationDate),
      cell: ({ creationDate }) => date(creationDate),
      width: 120,
    },
    {
      id: 'installation',
      header: names.installation,
      value: ({ installationId }) => installationId,
      isHidden: true,
    },
  ]
}
