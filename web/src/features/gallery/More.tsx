import { useState } from 'react'
import {
  Button,
  Card,
  CheckboxTree,
  Columns,
  Combobox,
  DateRange,
  Drawer,
  FactList,
  Inline,
  lastDays,
  QrCode,
  SaveBar,
  Stack,
  Status,
  Switch,
  SyncPanel,
  type SyncState,
  startWork,
} from '../../ui'

const CLIENTS = Array.from({ length: 300 }, (_, n) => ({
  value: `c${n}`,
  label: `${['Acme', 'Brasserie Élan', 'Çelik Works', 'Delta', 'Ëcho'][n % 5]} ${n}`,
}))

const RIGHTS = [
  {
    id: 'members',
    label: 'Members',
    children: [
      { id: 'manage', label: 'Manage members', description: 'Invite, confirm, revoke' },
      { id: 'reset', label: 'Recover accounts' },
    ],
  },
  {
    id: 'collections',
    label: 'Collections',
    children: [
      { id: 'create', label: 'Create new collections' },
      { id: 'edit', label: 'Edit any collection' },
      { id: 'delete', label: 'Delete any collection', isDisabled: true },
    ],
  },
  { id: 'events', label: 'Read the event log' },
]

const SYNC: SyncState = {
  tone: 'bad',
  word: 'Failing since yesterday',
  lastSuccess: '2026-11-18T09:00:00Z',
  lastAttempt: {
    id: '9',
    at: '2026-11-20T09:00:00Z',
    isOk: false,
    summary: 'The token was refused',
    correlation: '01JDXW0G6B7M',
  },
  nextRun: '2026-11-21T09:00:00Z',
  steps: [
    { id: '1', label: 'Reach the cloud', state: 'ok', detail: '82 ms' },
    { id: '2', label: 'Authenticate the installation', state: 'ok' },
    {
      id: '3',
      label: 'Token accepted',
      state: 'failed',
      cause: 'It was rotated on November 19.',
      cure: 'Enter the new one under “Manage token”.',
    },
    { id: '4', label: 'Sponsorships', state: 'waiting' },
  ],
  history: [
    { id: '9', at: '2026-11-20T09:00:00Z', isOk: false, summary: 'The token was refused' },
    { id: '8', at: '2026-11-18T09:00:00Z', isOk: true, summary: 'Sent 3, received 3' },
  ],
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

function confirmMany(): void {
  void startWork({
    name: 'Confirm 40 members',
    total: 40,
    needsTab: true,
    run: async ({ signal, report }) => {
      for (let n = 0; n < 40 && !signal.aborted; n++) {
        await pause(150)
        const name = `Person ${n}`
        if (n % 11 === 5)
          report({
            name,
            outcome: 'failed',
            reason: 'The server is busy.',
            retry: () => pause(200).then(() => {}),
          })
        else if (n % 7 === 3) report({ name, outcome: 'skipped', reason: 'Already confirmed' })
        else report({ name, outcome: 'done' })
      }
    },
  })
}

export function More() {
  const [client, setClient] = useState<string | null>(null)
  const [dates, setDates] = useState(() => lastDays(7))
  const [rights, setRights] = useState<ReadonlySet<string>>(new Set(['manage']))
  const [isOpen, setOpen] = useState(false)
  const [isDirty, setDirty] = useState(false)
  return (
    <Stack gap="3">
      <SyncPanel
        title="Billing sync"
        sync={SYNC}
        onSync={() => {}}
        actions={<Button>Manage token</Button>}
      />
      <Columns>
        <Card title="To choose from much">
          <Stack>
            <Combobox label="Client" options={CLIENTS} value={client} onChange={setClient} />
            <DateRange label="Period" value={dates} onChange={setDates} maxDays={367} />
            <CheckboxTree
              label="Rights"
              nodes={RIGHTS}
              value={rights}
              onChange={setRights}
              isSearched
            />
          </Stack>
        </Card>
        <Card title="Beside and beneath">
          <Stack>
            <Inline>
              <Button onPress={() => setOpen(true)}>Open a drawer</Button>
              <Button icon="activity" onPress={confirmMany}>
                Begin long work
              </Button>
            </Inline>
            <Switch isSelected={isDirty} onChange={setDirty}>
              Something is not saved
            </Switch>
            <QrCode
              label="Code for an authenticator"
              value="otpauth://totp/Wardstead:owner%40example.com?secret=JBSWY3DPEHPK3PXP"
            />
          </Stack>
        </Card>
      </Columns>
      <SaveBar isDirty={isDirty} onSave={() => setDirty(false)} onDiscard={() => setDirty(false)} />
      <Drawer
        title="Bea Member"
        badge={<Status tone="warn">Needs confirmation</Status>}
        lead="bea@example.com"
        isOpen={isOpen}
        onOpenChange={setOpen}
        menu={[
          { id: 'remove', label: 'Remove', icon: 'trash', tone: 'danger', onAction: () => {} },
        ]}
        actions={
          <Button variant="primary" onPress={() => setOpen(false)}>
            Confirm
          </Button>
        }
      >
        <FactList
          facts={[
            { term: 'Role', value: 'User' },
            { term: 'Groups', value: 'Finance, Sales' },
            { term: 'Invited', value: 'November 18, by Ada Owner' },
          ]}
        />
      </Drawer>
    </Stack>
  )
}
