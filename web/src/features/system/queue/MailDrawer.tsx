import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../../i18n'
import {
  Button,
  Callout,
  CodeBlock,
  CopyableId,
  Drawer,
  ErrorState,
  type Fact,
  FactList,
  type MenuEntry,
  Section,
  Skeleton,
  Stack,
  Status,
  Text,
} from '../../../ui'
import { type State, TONES } from './MailPage'
import { type Mail, mail } from './queries'

interface Props {
  row: Mail
  menu: readonly MenuEntry[]
  onClose: () => void
}

/** One letter: what became of it, and what it says to whoever asks for that. */
export function MailDrawer({ row, menu, onClose }: Props) {
  const { mail: words } = useText().system.queue
  const { dateTime, language, number } = useFormat()
  const state = row.state as State
  const facts: (Fact | null)[] = [
    { term: words.to, value: row.to },
    { term: words.letter, value: words.letters[row.template] ?? row.template },
    { term: words.language, value: language(row.language) },
    { term: words.attempts, value: number(row.attempts) },
    { term: words.written, value: dateTime(row.creationDate) },
    row.sentDate ? { term: words.sent, value: dateTime(row.sentDate) } : null,
    { term: words.id, value: <CopyableId label={words.id} value={row.id} /> },
  ]
  return (
    <Drawer
      title={row.subject}
      badge={<Status tone={TONES[state]}>{words.states[state]}</Status>}
      menu={menu}
      size="wide"
      isOpen
      onOpenChange={onClose}
    >
      <Stack gap="3">
        <Callout tone={TONES[state]}>{words.explained[state]}</Callout>
        {row.error && (
          <Section title={words.error}>
            <CodeBlock label={words.error} isWrapped>
              {row.error}
            </CodeBlock>
          </Section>
        )}
        <FactList facts={facts.filter((fact) => fact !== null)} />
        {state !== 'sent' && (
          <Section title={words.text}>
            <Said key={row.id} row={row} />
          </Section>
        )}
      </Stack>
    </Drawer>
  )
}

/** What it says, fetched when someone means to read it: that is written down. */
function Said({ row }: { row: Mail }) {
  const { mail: words } = useText().system.queue
  const [isRead, setRead] = useState(false)
  const { data, error, refetch } = useQuery({ ...mail(row.id), enabled: isRead })
  if (!isRead)
    return (
      <Stack gap="1">
        <Text tone="muted">{words.readWhy}</Text>
        <div>
          <Button icon="eye" onPress={() => setRead(true)}>
            {words.read}
          </Button>
        </div>
      </Stack>
    )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton shape="block" />
  return data.text ? (
    <CodeBlock label={row.subject} isWrapped>
      {data.text}
    </CodeBlock>
  ) : (
    <Text tone="muted">{words.gone}</Text>
  )
}
