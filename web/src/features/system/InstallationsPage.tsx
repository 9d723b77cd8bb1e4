import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import {
  Button,
  Card,
  ConfirmDialog,
  CopyableId,
  Dialog,
  EmptyState,
  Form,
  Page as Frame,
  IconButton,
  Menu,
  PageHead,
  SecretField,
  Stack,
  Status,
  Table,
  Text,
  TextField,
} from '../../ui'
import {
  type Installation,
  type InstallationKey,
  installations,
  useEnableInstallation,
  useNewInstallation,
  useRotateInstallation,
} from './queries'

/** The self-hosted servers that may talk to this cloud. */
export function Page() {
  const { installations: words } = useText().system
  const { data } = useSuspenseQuery(installations())
  const [asks, setAsks] = useState(false)
  const [key, setKey] = useState<InstallationKey | null>(null)
  return (
    <Frame>
      <PageHead
        title={words.title}
        state={words.lead}
        action={
          <Button variant="primary" icon="add" onPress={() => setAsks(true)}>
            {words.request}
          </Button>
        }
      />
      {data.length === 0 ? (
        <EmptyState kind="nothing" icon="server" title={words.empty} />
      ) : (
        <Card isFlush>
          <Lines rows={data} onKey={setKey} />
        </Card>
      )}
      {asks && (
        <NewInstallation
          onClose={() => setAsks(false)}
          onMade={(made) => {
            setAsks(false)
            setKey(made)
          }}
        />
      )}
      {key && <KeyDialog made={key} onClose={() => setKey(null)} />}
    </Frame>
  )
}

interface LinesProps {
  rows: readonly Installation[]
  onKey: (made: InstallationKey) => void
}

function Lines({ rows, onKey }: LinesProps) {
  const { common, system } = useText()
  const { installations: words } = system
  const { date, relative } = useFormat()
  const [asked, setAsked] = useState<{ id: string; what: 'rotate' | 'disable' } | null>(null)
  const rotate = useRotateInstallation()
  const enable = useEnableInstallation()
  const actions = ({ id, enabled }: Installation) => [
    {
      id: 'rotate',
      label: words.rotate,
      icon: 'key' as const,
      onAction: () => setAsked({ id, what: 'rotate' }),
    },
    enabled
      ? {
          id: 'disable',
          label: words.disable,
          tone: 'danger' as const,
          onAction: () => setAsked({ id, what: 'disable' }),
        }
      : { id: 'enable', label: words.enable, onAction: () => enable.mutate({ id, enable: true }) },
  ]
  const rotates = asked?.what === 'rotate'
  return (
    <>
      <Table
        label={words.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            id: 'id',
            header: words.id,
            cell: ({ id }) => <CopyableId label={words.id} value={id} />,
          },
          { id: 'email', header: words.email, cell: ({ email }) => email },
          {
            id: 'status',
            header: words.status,
            cell: ({ enabled }) => (
              <Status tone={enabled ? 'ok' : 'bad'}>
                {enabled ? words.enabled : words.disabled}
              </Status>
            ),
          },
          {
            id: 'seen',
            header: words.lastSeen,
            cell: ({ lastActivity }) => (lastActivity ? relative(lastActivity) : common.never),
          },
          { id: 'made', header: words.made, cell: ({ creationDate }) => date(creationDate) },
          {
            id: 'menu',
            header: '',
            cell: (row) => (
              <Menu
                label={common.actions.more}
                trigger={<IconButton icon="more" label={`${common.actions.more}: ${row.email}`} />}
                entries={actions(row)}
              />
            ),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={asked !== null}
        onOpenChange={() => setAsked(null)}
        title={rotates ? words.rotateTitle : words.disableTitle}
        confirmLabel={rotates ? words.rotate : words.disable}
        onConfirm={async () => {
          if (!asked) return
          if (rotates) onKey(await rotate.mutateAsync(asked.id))
          else await enable.mutateAsync({ id: asked.id, enable: false })
        }}
      >
        {rotates ? words.rotateWhy : words.disableWhy}
      </ConfirmDialog>
    </>
  )
}

interface NewProps {
  onMade: (made: InstallationKey) => void
  onClose: () => void
}

function NewInstallation({ onMade, onClose }: NewProps) {
  const { common, system } = useText()
  const { installations: words } = system
  const [email, setEmail] = useState('')
  const { mutate, isPending, error } = useNewInstallation()
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.request}>
      <Form
        aria-label={words.request}
        error={error}
        onSubmit={() => mutate(email.trim(), { onSuccess: onMade })}
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {words.submit}
            </Button>
          </>
        }
      >
        <TextField
          name="email"
          type="email"
          label={words.email}
          description={words.emailHelp}
          value={email}
          onChange={setEmail}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}

function KeyDialog({ made, onClose }: { made: InstallationKey; onClose: () => void }) {
  const { common, system } = useText()
  const { installations: words } = system
  const { dateTime } = useFormat()
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={words.keyTitle}
      actions={
        <Button variant="primary" onPress={onClose}>
          {common.actions.close}
        </Button>
      }
    >
      <Stack>
        <Text>{words.keyOnce}</Text>
        <CopyableId label={words.id} value={made.id} />
        <SecretField label={words.key} value={made.key} />
        {made.previousUntil && <Text>{words.previousUntil(dateTime(made.previousUntil))}</Text>}
      </Stack>
    </Dialog>
  )
}
