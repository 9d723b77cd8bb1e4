import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import {
  Button,
  Callout,
  Card,
  CodeBlock,
  Dialog,
  EmptyState,
  ErrorState,
  Page as Frame,
  PageHead,
  Skeleton,
  Stack,
  Status,
  Table,
  Text,
  type Tone,
} from '../../ui'
import { type Mail, mail, mails } from './queries'

const TONES: Record<string, Tone> = {
  waiting: 'waiting',
  sent: 'ok',
  kept: 'warn',
  'given up': 'bad',
  'on its way': 'info',
}

/** The letters this server wrote. */
export function Page() {
  const { mail: words } = useText().system
  const { dateTime } = useFormat()
  const { data } = useSuspenseQuery(mails(''))
  const [open, setOpen] = useState<Mail | null>(null)
  return (
    <Frame>
      <PageHead title={words.title} state={words.lead} />
      {data.length === 0 ? (
        <EmptyState kind="nothing" icon="mail" title={words.empty} />
      ) : (
        <Card isFlush>
          <Table
            label={words.title}
            rows={data}
            keyOf={({ id }) => id}
            columns={[
              { id: 'to', header: words.to, cell: ({ to }) => to },
              { id: 'subject', header: words.subject, cell: ({ subject }) => subject },
              {
                id: 'state',
                header: words.state,
                cell: ({ state }) => (
                  <Status tone={TONES[state] ?? 'neutral'}>{words.states[state] ?? state}</Status>
                ),
              },
              {
                id: 'written',
                header: words.written,
                cell: ({ creationDate }) => dateTime(creationDate),
              },
              {
                id: 'read',
                header: '',
                cell: (row) => (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`${words.read}: ${row.subject}`}
                    onPress={() => setOpen(row)}
                  >
                    {words.read}
                  </Button>
                ),
              },
            ]}
          />
        </Card>
      )}
      {open && <Letter row={open} onClose={() => setOpen(null)} />}
    </Frame>
  )
}

function Letter({ row, onClose }: { row: Mail; onClose: () => void }) {
  const { mail: words } = useText().system
  const { data, error } = useQuery(mail(row.id))
  return (
    <Dialog isOpen onOpenChange={onClose} size="large" title={row.subject}>
      <Stack>
        <Text tone="muted">
          {words.to} {row.to}
        </Text>
        {row.error && <Callout tone="bad">{row.error}</Callout>}
        {error ? (
          <ErrorState error={error} />
        ) : !data ? (
          <Skeleton />
        ) : data.text ? (
          <CodeBlock label={row.subject}>{data.text}</CodeBlock>
        ) : (
          <Text tone="muted">{words.gone}</Text>
        )}
      </Stack>
    </Dialog>
  )
}
