import { useMemo, useState } from 'react'
import { type Messages, useText } from '../../../i18n'
import {
  Button,
  type Column,
  ConfirmDialog,
  CopyableId,
  EmptyState,
  Page as Frame,
  PageHead,
  Status,
} from '../../../ui'
import { ServerTable } from '../ServerTable'
import { useTelling } from '../useTelling'
import { KeyDialog } from './KeyDialog'
import { NewInstallation } from './NewInstallation'
import {
  type Installation,
  type InstallationKey,
  useEnableInstallation,
  useInstallations,
  useRotateInstallation,
} from './queries'

interface Asked {
  row: Installation
  what: 'rotate' | 'disable'
}

const revisionOf = ({ enabled, previousUntil }: Installation) => `${enabled} ${previousUntil}`

/** The self-hosted servers that may talk to this cloud. */
export function Page() {
  const text = useText()
  const { installations: words } = text.system
  const list = useInstallations()
  const tell = useTelling()
  const [asks, setAsks] = useState(false)
  const [asked, ask] = useState<Asked | null>(null)
  const [key, setKey] = useState<InstallationKey | null>(null)
  const rotate = useRotateInstallation()
  const enable = useEnableInstallation()
  const columns = useMemo(() => columnsOf(text), [text])
  const menu = (row: Installation) => [
    {
      id: 'rotate',
      label: words.rotate,
      icon: 'key' as const,
      onAction: () => ask({ row, what: 'rotate' }),
    },
    row.enabled
      ? {
          id: 'disable',
          label: words.disable,
          icon: 'ban' as const,
          tone: 'danger' as const,
          onAction: () => ask({ row, what: 'disable' }),
        }
      : {
          id: 'enable',
          label: words.enable,
          icon: 'check' as const,
          onAction: () =>
            enable.mutate({ id: row.id, enable: true }, tell(words.enabledNow(row.email))),
        },
  ]
  const rotates = asked?.what === 'rotate'
  const email = asked?.row.email ?? ''
  return (
    <Frame width="full">
      <PageHead
        title={words.title}
        state={words.lead}
        action={
          <Button variant="primary" icon="add" onPress={() => setAsks(true)}>
            {words.request}
          </Button>
        }
      />
      <ServerTable
        list={list}
        id="system.installations"
        label={words.title}
        searchHint={words.email}
        columns={columns}
        revision={revisionOf}
        rowMenu={menu}
        empty={<EmptyState kind="nothing" icon="server" title={words.empty} />}
      />
      {asks && (
        <NewInstallation
          onClose={() => setAsks(false)}
          onMade={(made) => {
            setAsks(false)
            setKey(made)
          }}
        />
      )}
      <ConfirmDialog
        isOpen={asked !== null}
        onOpenChange={() => ask(null)}
        title={rotates ? words.rotateTitle(email) : words.disableTitle(email)}
        confirmLabel={rotates ? words.rotate : words.disable}
        onConfirm={async () => {
          if (!asked) return
          if (rotates) setKey(await rotate.mutateAsync(asked.row.id))
          else await enable.mutateAsync({ id: asked.row.id, enable: false })
        }}
      >
        {rotates ? words.rotateWhy : words.disableWhy}
      </ConfirmDialog>
      {key && <KeyDialog made={key} onClose={() => setKey(null)} />}
    </Frame>
  )
}

const dateOf = (at: string | null | undefined) => (at ? new Date(at) : null)

function columnsOf({ common, system }: Messages): Column<Installation>[] {
  const { installations: words } = system
  const states = { enabled: words.enabled, disabled: words.disabled }
  const stateOf = ({ enabled }: Installation) => (enabled ? 'enabled' : 'disabled')
  return [
    {
      id: 'email',
      header: words.email,
      value: ({ email }) => email,
      isIdentity: true,
      isUnsorted: true,
      width: 190,
    },
    {
      id: 'id',
      header: words.id,
      value: ({ id }) => id,
      cell: ({ id }) => <CopyableId label={words.id} value={id} />,
      isUnsorted: true,
      width: 340,
    },
    {
      id: 'status',
      header: words.status,
      value: (row) => states[stateOf(row)],
      cell: (row) => <Status tone={row.enabled ? 'ok' : 'bad'}>{states[stateOf(row)]}</Status>,
      isUnsorted: true,
      width: 105,
      filter: {
        of: stateOf,
        keys: ['enabled', 'disabled'],
        label: (key) => states[key as keyof typeof states] ?? key,
        isInline: true,
      },
    },
    {
      id: 'organizations',
      header: words.organizations,
      value: ({ organizations }) => organizations,
      isNumeric: true,
      isUnsorted: true,
      width: 115,
    },
    {
      id: 'seen',
      header: words.lastSeen,
      value: ({ lastActivity }) => dateOf(lastActivity) ?? common.never,
      isUnsorted: true,
      width: 180,
    },
    {
      id: 'previous',
      header: words.oldKey,
      value: ({ previousUntil }) => dateOf(previousUntil),
      isUnsorted: true,
      isHidden: true,
    },
    {
      id: 'made',
      header: words.made,
      value: ({ creationDate }) => dateOf(creationDate),
      isUnsorted: true,
      isHidden: true,
    },
  ]
}
