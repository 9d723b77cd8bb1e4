import { type ReactNode, useMemo, useState } from 'react'
import { useFormat, useText } from '../i18n'
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
  Skeleton,
  Stack,
  Text,
} from '../ui'
import { type EventPage, type Log, useEvents } from './log'
import { type Area, type Line, type Names, tell } from './telling'

/** As much as the server reads at once. */
const MOST_DAYS = 367
/** As many as are sorted and searched here. */
const MOST_EVENTS = 20_000
const NEWEST = [{ column: 'time', descending: true }]
const NONE: readonly string[] = []
const idOf = ({ id }: Line) => id

interface Props<P extends EventPage> {
  /** Names what the reader chose to see of it. */
  id: string
  log: Log<P>
  /** What the ids in it stand for, as far as that is known from what was read. */
  namesIn: (pages: readonly P[]) => Names
  title: string
  /** Columns that are shown to those alone who ask for them. */
  hides?: readonly string[]
  /** What stands above it, with how many events those are, and what looks for new ones. */
  head: (state: string | undefined, refresh: ReactNode) => ReactNode
}

/** A log in words: a period of it, page by page. */
export function EventTable<P extends EventPage>({
  id,
  log,
  namesIn,
  title,
  hides = NONE,
  head,
}: Props<P>) {
  const text = useText()
  const { events: words } = text
  const [period, setPeriod] = useState(() => lastDays(30))
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useEvents(
    log,
    instantsOf(period),
  )
  const lines = useMemo(() => {
    const pages = data?.pages ?? []
    const names = namesIn(pages)
    const events = pages.flatMap((page) => page.data)
    // counted from the oldest, an event keeps its name when newer ones arrive
    return events.map((event, index) => tell(event, String(events.length - index), names, text))
  }, [data, namesIn, text])
  const columns = useColumns(hides)

  const loadAll = async () => {
    let { data: all, hasNextPage: more } = await fetchNextPage()
    while (more && all && all.pages.length * 50 < MOST_EVENTS) {
      ;({ data: all, hasNextPage: more } = await fetchNextPage())
    }
  }

  return (
    <>
      {head(
        data && words.state(lines.length, hasNextPage),
        <IconButton icon="refresh" label={words.refresh} onPress={() => refetch()} />,
      )}
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
              id={id}
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

function useColumns(hides: readonly string[]): readonly Column<Line>[] {
  const { events: words } = useText()
  const format = useFormat()
  return useMemo((): Column<Line>[] => {
    const { columns } = words
    const areas = words.area as Record<string, string>
    const area = ({ area: it }: { area: Area }) => words.area[it]
    const all: Column<Line>[] = [
      {
        id: 'time',
        header: columns.time,
        value: ({ at }) => at,
        cell: ({ at }) => format.dateTime(at),
        width: 174,
      },
      {
        id: 'what',
        header: columns.what,
        value: ({ what }) => what,
        isIdentity: true,
        minWidth: 256,
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
    return all.map((one) => (hides.includes(one.id) ? { ...one, isHidden: true } : one))
  }, [words, format, hides])
}
