import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../../i18n'
import { paths } from '../../../paths'
import { useGo } from '../../../session'
import {
  Callout,
  type Column,
  DataTable,
  EmptyState,
  Page as Frame,
  PageHead,
  Status,
} from '../../../ui'
import { ApplyLicenseDialog } from './ApplyLicenseDialog'
import { LicenseDrawer } from './LicenseDrawer'
import { type HeldLicense, heldLicenses } from './queries'
import { inWords, KINDS, standing, TONES } from './standing'

const SOONEST = [{ column: 'expires' }]
const idOf = ({ organizationId }: HeldLicense) => organizationId
const revisionOf = ({ applied }: HeldLicense) => applied

/** The licences applied on this server, each checked anew. */
export function HeldLicenses() {
  const text = useText()
  const { licenses: words } = text.system
  const format = useFormat()
  const go = useGo()
  const { data } = useSuspenseQuery(heldLicenses())
  const [open, setOpen] = useState<string | null>(null)
  const [applies, setApplies] = useState<HeldLicense | null>(null)
  const columns = useMemo(() => columnsOf(text, format), [text, format])
  const { rows } = data
  const bad = rows.filter((row) => standing(row).kind !== 'ok').length
  const shown = rows.find((row) => idOf(row) === open)
  const menu = (row: HeldLicense) => [
    {
      id: 'apply',
      label: words.apply,
      icon: 'upload' as const,
      onAction: () => setApplies(row),
    },
    {
      id: 'sync',
      label: words.toSync,
      icon: 'sync' as const,
      onAction: () => go(paths.system.connections(row.organizationId)),
    },
  ]
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={rows.length > 0 ? words.heldState(rows.length, bad) : undefined}
      />
      {data.isCut && <Callout tone="warn">{words.cut(rows.length)}</Callout>}
      <DataTable
        id="system.licenses"
        label={words.title}
        rows={rows}
        rowId={idOf}
        columns={columns}
        defaultSort={SOONEST}
        revision={revisionOf}
        onOpen={(row) => setOpen(idOf(row))}
        rowMenu={menu}
        empty={
          <EmptyState kind="nothing" icon="license" title={words.heldEmpty}>
            {words.heldEmptyWhy}
          </EmptyState>
        }
      />
      {shown && <LicenseDrawer license={shown} menu={menu(shown)} onClose={() => setOpen(null)} />}
      {applies && <ApplyLicenseDialog license={applies} onClose={() => setApplies(null)} />}
    </Frame>
  )
}

const dateOf = (at: string | null | undefined) => (at ? new Date(at) : null)

function columnsOf({ common, system }: Messages, { date }: Format): Column<HeldLicense>[] {
  const { licenses: words } = system
  const { columns: names, kinds } = words
  const state = (row: HeldLicense) => inWords(standing(row), words)
  return [
    {
      id: 'organization',
      header: names.organization,
      value: ({ organizationName }) => organizationName,
      isIdentity: true,
    },
    {
      id: 'state',
      header: names.state,
      value: state,
      cell: (row) => <Status tone={TONES[standing(row).kind]}>{state(row)}</Status>,
      width: 210,
      filter: {
        of: (row) => standing(row).kind,
        keys: KINDS,
        label: (key) => kinds[key as keyof typeof kinds] ?? key,
      },
    },
    {
      id: 'expires',
      header: names.expires,
      value: ({ expires }) => dateOf(expires),
      cell: ({ expires }) => (expires ? date(expires) : common.never),
      width: 130,
    },
    {
      id: 'paidUntil',
      header: names.paidUntil,
      value: ({ expiresWithoutGrace }) => dateOf(expiresWithoutGrace),
      cell: ({ expiresWithoutGrace: at }) => at && date(at),
      width: 130,
    },
    {
      id: 'refresh',
      header: names.refresh,
      value: ({ refresh }) => dateOf(refresh),
      isHidden: true,
    },
    { id: 'issued', header: names.issued, value: ({ issued }) => new Date(issued), isHidden: true },
    {
      id: 'applied',
      header: names.applied,
      value: ({ applied }) => new Date(applied),
      width: 180,
    },
    {
      id: 'version',
      header: names.version,
      value: ({ version }) => version,
      isNumeric: true,
      isHidden: true,
    },
    { id: 'key', header: names.key, value: ({ keyId }) => keyId, isHidden: true },
  ]
}
