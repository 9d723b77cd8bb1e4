import { useState } from 'react'
import { useFormat, useText } from '../i18n'
import {
  Button,
  Callout,
  Card,
  CopyableId,
  Dialog,
  EmptyState,
  FactList,
  Stack,
  Status,
  Table,
  Text,
} from '../ui'
import { OUTCOME_TONES, type Run } from './status'

/** The last syncs, the newest first; each opens with its counts and what was not taken. */
export function RunList({ runs }: { runs: readonly Run[] }) {
  const { licensing: words } = useText()
  const { dateTime, number } = useFormat()
  const [open, setOpen] = useState<Run | null>(null)
  if (runs.length === 0)
    return <EmptyState kind="nothing" icon="sync" title={words.noRuns} isSmall />
  return (
    <Card title={words.runs} isFlush>
      <Table
        label={words.runs}
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          { id: 'began', header: words.run.began, cell: ({ startedAt }) => dateTime(startedAt) },
          {
            id: 'trigger',
            header: words.run.trigger,
            cell: ({ trigger }) => words.trigger[trigger] ?? trigger,
          },
          {
            id: 'outcome',
            header: words.run.outcome,
            cell: ({ outcome }) => (
              <Status tone={OUTCOME_TONES[outcome] ?? 'neutral'}>
                {words.outcome[outcome] ?? outcome}
              </Status>
            ),
          },
          { id: 'sent', header: words.run.sent, cell: (run) => number(run.sent), isNumber: true },
          {
            id: 'received',
            header: words.run.received,
            cell: (run) => number(run.received),
            isNumber: true,
          },
          {
            id: 'refused',
            header: words.run.refused,
            cell: (run) => number(run.refused),
            isNumber: true,
          },
          {
            id: 'license',
            header: words.run.license,
            cell: ({ licenseOutcome: it }) => (it ? (words.licenseOutcome[it] ?? it) : '–'),
          },
          {
            id: 'details',
            header: '',
            cell: (run) => (
              <Button
                size="small"
                variant="quiet"
                aria-label={`${words.run.details}: ${dateTime(run.startedAt)}`}
                onPress={() => setOpen(run)}
              >
                {words.run.details}
              </Button>
            ),
          },
        ]}
      />
      {open && <RunDialog run={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function RunDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { licensing: words } = useText()
  const { dateTime, number } = useFormat()
  const took = run.finishedAt
    ? words.seconds(number((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000))
    : '–'
  return (
    <Dialog isOpen onOpenChange={onClose} title={dateTime(run.startedAt)}>
      <Stack>
        {run.error && <Callout tone="bad">{run.error}</Callout>}
        {run.licenseError && <Callout tone="bad">{run.licenseError}</Callout>}
        <FactList
          facts={[
            { term: words.run.took, value: took },
            { term: words.run.sent, value: number(run.sent) },
            { term: words.counts.created, value: number(run.created) },
            { term: words.counts.updated, value: number(run.updated) },
            { term: words.counts.removed, value: number(run.removed) },
            { term: words.run.received, value: number(run.received) },
            { term: words.run.refused, value: number(run.refused) },
            {
              term: words.run.correlation,
              value: <CopyableId label={words.run.correlation} value={run.id} />,
            },
          ]}
        />
        {run.refusedItems.length > 0 && (
          <Stack gap="1">
            <Text isStrong>{words.refusedItems}</Text>
            {run.refusedItems.map(({ sponsorshipId, reason }) => (
              <Stack key={sponsorshipId} gap="half">
                <CopyableId label={words.refusedItems} value={sponsorshipId} />
                <Text size="small">{words.reason[reason] ?? reason}</Text>
              </Stack>
            ))}
          </Stack>
        )}
      </Stack>
    </Dialog>
  )
}
