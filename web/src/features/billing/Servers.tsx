import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Messages, useFormat, useText } from '../../i18n'
import {
  Button,
  ConfirmDialog,
  CopyableId,
  Inline,
  Section,
  Stack,
  Status,
  Text,
  type Tone,
} from '../../ui'
import { type Server, servers, useDecideOnServer } from './queries'

/** The servers that hold the organization's licence, each approved or not. */
export function Servers({ id }: { id: string }) {
  const { billing } = useText()
  const { selfHosting: words } = billing
  const { data } = useSuspenseQuery(servers(id))
  return (
    <Section title={words.servers}>
      {data.length === 0 ? (
        <Text tone="muted">{words.noServers}</Text>
      ) : (
        <Stack>
          {data.map((server) => (
            <ServerLine key={server.installationId} id={id} server={server} />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function ServerLine({ id, server }: { id: string; server: Server }) {
  const { billing } = useText()
  const { selfHosting: words } = billing
  const { relative } = useFormat()
  const [asks, setAsks] = useState(false)
  const { mutateAsync, mutate, isPending } = useDecideOnServer(id)
  const { installationId, lastActivityDate } = server
  const { tone, word } = standing(server, words)
  return (
    <Inline justify="between">
      <Stack gap="half">
        <CopyableId label={words.server(installationId)} value={installationId} />
        <Text size="small" tone="muted">
          {lastActivityDate ? words.lastSeen(relative(lastActivityDate)) : words.neverSeen}
        </Text>
      </Stack>
      <Inline>
        <Status tone={tone}>{word}</Status>
        {!server.approved && (
          <Button
            size="small"
            isPending={isPending}
            onPress={() => mutate({ server: installationId, approve: true })}
          >
            {words.approve}
          </Button>
        )}
        {!server.refused && (
          <Button size="small" variant="quiet" onPress={() => setAsks(true)}>
            {words.removeServer}
          </Button>
        )}
      </Inline>
      <ConfirmDialog
        isOpen={asks}
        onOpenChange={setAsks}
        title={words.removeServerTitle}
        confirmLabel={words.removeServer}
        onConfirm={() => mutateAsync({ server: installationId, approve: false })}
      >
        {words.removeServerWhy}
      </ConfirmDialog>
    </Inline>
  )
}

type Words = Messages['billing']['selfHosting']

function standing(server: Server, { serverState }: Words): { tone: Tone; word: string } {
  if (!server.enabled) return { tone: 'bad', word: serverState.disabled }
  if (server.refused) return { tone: 'neutral', word: serverState.refused }
  if (server.approved) return { tone: 'ok', word: serverState.approved }
  return { tone: 'waiting', word: serverState.waiting }
}
