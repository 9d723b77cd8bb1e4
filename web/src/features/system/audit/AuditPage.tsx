import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Format, type Messages, useFormat, useText } from '../../../i18n'
import {
  Callout,
  type Column,
  DataTable,
  DateRange,
  EmptyState,
  ErrorState,
  Page as Frame,
  Link,
  lastDays,
  PageHead,
  Stack,
} from '../../../ui'
import { DeedDrawer } from './DeedDrawer'
import { actOf, changeInWords, pageOf, targetOf, whoOf } from './deed'
import { type Deed, deeds } from './queries'

const NEWEST = [{ column: 'when', descending: true }]
const idOf = ({ id }: Deed) => id

/** What operators did on this server, and what was before. */
export function Page() {
  const text = useText()
  const format = useFormat()
  const { audit: words } = text.system
  const [period, setPeriod] = useState(() => lastDays(30))
  const { data, error, refetch, isPending } = useQuery({
    ...deeds(period),
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useState<Deed | null>(null)
  const columns = useMemo(() => columnsOf(text, format), [text, format])
  const rows = data?.rows ?? []
  return (
    <Frame width="full">
      <PageHead title={words.title} state={words.lead} />
      <Stack>
        <DateRange
          label={words.period}
          value={period}
          onChange={setPeriod}
          offers={[1, 7, 30, 365]}
        />
        {data?.isCut && <Callout tone="warn">{words.cut(rows.length)}</Callout>}
        {error && !data ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <DataTable
            id="system.audit"
            label={words.title}
            rows={rows}
            rowId={idOf}
            columns={columns}
            defaultSort={NEWEST}
            isLoading={isPending}
            onOpen={setOpen}
            empty={
              <EmptyState kind="nothing" icon="list" title={words.empty}>
                {words.emptyWhy}
              </EmptyState>
            }
          />
        )}
      </Stack>
      {open && <DeedDrawer deed={open} onClose={() => setOpen(null)} />}
    </Frame>
  )
}

function columnsOf(text: Messages, format: Format): Column<Deed>[] {
  const { audit: words } = text.system
  const change = (deed: Deed) => changeInWords(deed, text, format)
  return [
    { id: 'when', header: words.when, value: ({ date }) => new Date(date), width: 180 },
    {
      id: 'what',
      header: words.what,
      value: (deed) => actOf(deed, words),
      isIdentity: true,
      width: 270,
      filter: { of: ({ action }) => action, label: (key) => words.acts[key] ?? key },
    },
    {
      id: 'target',
      header: words.target,
      value: (deed) => targetOf(deed, text),
      width: 170,
      cell: (deed, mark) => {
        const page = pageOf(deed)
        const name = mark(targetOf(deed, text))
        return page ? <Link href={page}>{name}</Link> : name
      },
    },
    { id: 'change', header: words.change, value: change, width: 170 },
    {
      id: 'who',
      header: words.who,
      value: (deed) => whoOf(deed, words),
      width: 180,
      filter: { of: (deed) => whoOf(deed, words) },
    },
    {
      id: 'address',
      header: words.address,
      value: ({ ipAddress }) => ipAddress,
      isHidden: true,
    },
    {
      id: 'subjectId',
      header: words.subjectId,
      value: ({ subjectId }) => subjectId,
      isHidden: true,
    },
  ]
}
