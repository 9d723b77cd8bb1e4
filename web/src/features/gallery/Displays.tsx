import {
  Avatar,
  Badge,
  Banner,
  Button,
  Callout,
  Card,
  CodeBlock,
  Columns,
  CopyableId,
  FactList,
  FingerprintPhrase,
  Inline,
  Stack,
  Status,
  Stepper,
  Timeline,
  type Tone,
} from '../../ui'
import { Specimen } from './Specimen'

const TONES: readonly Tone[] = ['neutral', 'info', 'ok', 'waiting', 'warn', 'bad']
const PEOPLE = ['Ada Owner', 'Bea Member', 'carl@example.com', 'Dov Service User', 'Élise', 'Fin']

export function Displays() {
  return (
    <Stack gap="3">
      <Card title="Words with a tone">
        <Stack>
          <Specimen name="status">
            {TONES.map((tone) => (
              <Status key={tone} tone={tone}>
                {tone}
              </Status>
            ))}
          </Specimen>
          <Specimen name="badge">
            {TONES.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ))}
          </Specimen>
          <Specimen name="avatar">
            {PEOPLE.map((name) => (
              <Avatar key={name} name={name} />
            ))}
            <Avatar name="Acme Works" shape="organization" size="large" />
            <Avatar name="Small" size="small" />
          </Specimen>
          {TONES.map((tone) => (
            <Callout
              key={tone}
              tone={tone}
              title={`A callout: ${tone}`}
              action={<Button size="small">Act</Button>}
            >
              What it means, and what to do about it.
            </Callout>
          ))}
          <Banner tone="info">Managing Acme as Northern Provider.</Banner>
          <Banner tone="bad" onDismiss={() => {}}>
            The last sync failed 3 hours ago.
          </Banner>
        </Stack>
      </Card>
      <Columns>
        <Card title="Facts">
          <FactList
            facts={[
              { term: 'Plan', value: 'Enterprise (annual)' },
              { term: 'Seats', value: '42 of 50', note: '8 are free' },
              { term: 'Status', value: <Status tone="ok">Active</Status> },
              {
                term: 'Installation id',
                value: (
                  <CopyableId
                    label="Installation id"
                    value="3f9c2a14-8b0d-4c44-9a77-1d2c55d0a9be"
                  />
                ),
              },
            ]}
          />
        </Card>
        <Card title="What happened">
          <Timeline
            moments={[
              {
                id: '3',
                at: '2026-11-20T10:12:00Z',
                title: 'The sync failed',
                body: 'The clock is off by 7 minutes.',
                icon: 'alert',
                tone: 'bad',
              },
              { id: '2', at: '2026-11-19T10:12:00Z', title: 'The token was rotated', icon: 'key' },
              { id: '1', at: '2026-11-01T08:00:00Z', title: 'Connected', icon: 'link', tone: 'ok' },
            ]}
          />
        </Card>
      </Columns>
      <Card title="Steps">
        <Stack gap="3">
          <Stepper
            label="Set up the sync"
            steps={[
              { id: '1', label: 'Generate a token', state: 'done' },
              { id: '2', label: 'Enter it here', state: 'current', description: 'On this server' },
              { id: '3', label: 'First sync', state: 'todo' },
            ]}
          />
          <Stepper
            isVertical
            label="The last sync"
            steps={[
              { id: '1', label: 'Reach the cloud', state: 'done', description: '82 ms' },
              {
                id: '2',
                label: 'Authenticate',
                state: 'failed',
                description: 'The clock is off by 7 minutes.',
              },
              { id: '3', label: 'Send sponsorships', state: 'todo' },
            ]}
          />
        </Stack>
      </Card>
      <Card title="For machines and for reading aloud">
        <Stack>
          <CodeBlock label="Command">wardstead admin mail list</CodeBlock>
          <Inline>
            <FingerprintPhrase phrase="amber-canal-lantern-oak-willow" />
          </Inline>
        </Stack>
      </Card>
    </Stack>
  )
}
