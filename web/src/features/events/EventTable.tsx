import { useMemo, useState } from 'react'
import { useFormat, useText } from '../../i18n'
import {
  Button,
  type Column,
  DataTable,
  DateRange,
  EmptyState,
  ErrorState,
  IconButton,
  Inline,
  instantsOf,
  lastDays,
  PageHead,
  Skeleton,
  Stack,
  Text,
} from '../../ui'
import { useEvents } from './queries'
import { type Area, type Line, type Names, tell } from './telling'

/** As much as the server reads at once. */
const MOST_DAYS = 367
/** As many as are sorted and searched here. */
const MOST_EVENTS = 20_000
const NEWEST = [{ column: 'time', descending: true }]
const idOf = ({ id }: Line) => id

interface Props {
  /** Whose log; the person's own without one. */
  organization?: string
  names: Names
  title: string
  context?: string
  lead?: string
}

/** A log in words: a period of it, page by page. */
export function EventTable({ organization, names, title, context, lead }: Props) {
  const text = useText()
  const { events: words } = text
  const [period, setPeriod] = useState(() => lastDays(30))
  const { start, end } = instantsOf(period)
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useEvents({
    organization: organization ?? null,
    start: start?.toISOString() ?? null,
    end: end?.toISOString() ?? null,
  })
  const lines = useMemo(() => {
    const events = data?.pages.flatMap((page) => page.data) ?? []
    // counted from the oldest, an event keeps its name when newer ones arrive
    return events.map((event, index) => tell(event, String(events.length - index), names, text))
  }, [data, names, text])
  const columns = useColumns()

  const loadAll = async () => {
    let { data: all, hasNextPage: more } = await fetchNextPage()
    while (more && all && all.pages.length * 50 < MOST_EVENTS) {
      ;({ data: all, hasNextPage: more } = await fetchNextPage())
    }
  }

  return (
    <>
      <PageHead
        title={title}
        {...(context && { context })}
        state={lead ?? (data && words.state(lines.length, hasNextPage))}
        action={<IconButton icon="refresh" label={words.refresh} onPress={() => refetch()} />}
      />
      <Stack gap="3">
        <DateRange
          label={words.period}
          value={period}
          onChange={setPeriod}
          offers={[1, 7, 30, 90, 365]}
          maxDays={MOST_DAYS}
        />
        {error && !isFetching && <ErrorState error={error} onRetry={() => refetch()} />}
        {isPending ? (
          <Skeleton shape="rows" count={8} />
        ) : (
          data && (
            <DataTable
              id={organization ? 'events' : 'own-events'}
              label={title}
              rows={lines}
              rowId={idOf}
              columns={columns}
              defaultSort={NEWEST}
              empty={
                <EmptyState kind="nothing" icon="activity" title={words.empty}>
                  {words.emptyWhy}
                </EmptyState>
              }
            />
          )
        )}
        {hasNextPage && (
          <Inline justify="between">
            <Text tone="muted" size="small">
              {words.exportHint}
            </Text>
            <Inline>
              <Button isDisabled={isFetching} onPress={loadAll}>
                {words.all}
              </Button>
              <Button isPending={isFetching} onPress={() => fetchNextPage()}>
                {words.more}
              </Button>
            </Inline>
          </Inline>
        )}
      </Stack>
    </>
  )
}

function useColumns(): readonly Column<Line>[] {
  const { events: words } = useText()
  const format = useFormat()
  return useMemo((): Column<Line>[] => {
    const { columns } = words
    const areas = words.area as Record<string, string>
    const area = ({ area: it }: { area: Area }) => words.area[it]
    return [
      {
        id: 'time',
        header: columns.time,
        value: ({ at }) => at,
        cell: ({ at }) => format.dateTime(at),
        width: 150,
      },
      {
        id: 'what',
        header: columns.what,
        value: ({ what }) => what,
        isIdentity: true,
        minWidth: 280,
      },
      {
        id: 'who',
        header: columns.who,
        value: ({ who }) => who,
        filter: { of: ({ who }) => who },
        width: 140,
      },
      {
        id: 'area',
        header: columns.area,
        value: area,
        filter: { of: ({ area: it }) => it, label: (key) => areas[key] ?? key },
        width: 120,
      },
      {
        id: 'device',
        header: columns.device,
        value: ({ device }) => device,
        filter: { of: ({ device }) => device || null },
        width: 170,
      },
      { id: 'address', header: columns.address, value: ({ address }) => address, width: 120 },
      { id: 'subject', header: columns.subject, value: ({ subject }) => subject, isHidden: true },
    ]
  }, [words, format])
}
