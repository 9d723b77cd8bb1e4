import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '../../api'
import { deviceKind } from '../../deviceKind'
import { useFormat, useText } from '../../i18n'
import { device as ownDevice } from '../../session'
import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  EmptyState,
  Inline,
  Page as Layout,
  PageHead,
  Table,
  Text,
  toast,
} from '../../ui'
import { deviceList, useEndDevice } from './queries'

type Device = Schema['DeviceResponse']

/** Where the account is used, and how to end that. */
export function Page() {
  const text = useText()
  const words = text.settings.devices
  const { data: devices } = useSuspenseQuery(deviceList())
  const [leaving, setLeaving] = useState<Device | null>(null)
  const { mutateAsync: end } = useEndDevice()
  const kind = (device: Device) => deviceKind(device.type, text)
  return (
    <Layout>
      <PageHead title={words.title} state={words.state(devices.length)} />
      {devices.length === 0 ? (
        <EmptyState kind="nothing" icon="device" title={words.none}>
          {words.noneAbout}
        </EmptyState>
      ) : (
        <Card isFlush>
          <Devices devices={devices} kind={kind} onLeave={setLeaving} />
        </Card>
      )}
      {leaving && (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && setLeaving(null)}
          title={words.logOutTitle(kind(leaving))}
          confirmLabel={words.logOut}
          onConfirm={async () => {
            await end(leaving.id)
            toast(words.loggedOut(kind(leaving)))
          }}
        >
          <Text>{words.logOutEffect}</Text>
        </ConfirmDialog>
      )}
    </Layout>
  )
}

interface DevicesProps {
  devices: readonly Device[]
  kind: (device: Device) => string
  onLeave: (device: Device) => void
}

function Devices({ devices, kind, onLeave }: DevicesProps) {
  const { settings } = useText()
  const format = useFormat()
  const words = settings.devices
  const own = ownDevice().identifier
  const sorted = [...devices].sort((a, b) => {
    const here = Number(b.identifier === own) - Number(a.identifier === own)
    return here || b.lastActivityDate.localeCompare(a.lastActivityDate)
  })
  return (
    <Table
      label={words.title}
      rows={sorted}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'device',
          header: words.device,
          cell: (device) => (
            <Inline>
              <span>{kind(device)}</span>
              {device.identifier === own && <Badge tone="info">{words.here}</Badge>}
              {device.isTrusted && <Badge tone="ok">{words.trusted}</Badge>}
            </Inline>
          ),
        },
        {
          id: 'active',
          header: words.active,
          cell: ({ lastActivityDate }) => format.relative(lastActivityDate),
        },
        {
          id: 'since',
          header: words.since,
          cell: ({ creationDate }) => format.dateTime(creationDate),
        },
        {
          id: 'actions',
          header: '',
          // one leaves this device by logging out
          cell: (device) =>
            device.identifier !== own && (
              <Button
                size="small"
                aria-label={words.logOutOf(kind(device))}
                onPress={() => onLeave(device)}
              >
                {words.logOut}
              </Button>
            ),
        },
      ]}
    />
  )
}
