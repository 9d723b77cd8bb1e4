import { useState } from 'react'
import { ApiError } from '../../api'
import {
  Button,
  Card,
  Checkbox,
  Columns,
  FileDrop,
  Form,
  FormSection,
  NumberField,
  PasswordField,
  RadioCards,
  SecretField,
  Select,
  Stack,
  Switch,
  TextArea,
  TextField,
} from '../../ui'

const ROLES = [
  { value: 'owner', label: 'Owner', description: 'Everything, billing included' },
  { value: 'admin', label: 'Administrator', description: 'Everything but billing' },
  { value: 'user', label: 'User', description: 'What collections give' },
]

const REFUSAL = new ApiError(400, '', {
  Name: ['This name is taken.'],
  seats: ['At least 5 seats are in use.'],
  region: ['This region is closed.'],
})

export function Fields() {
  const [error, setError] = useState<unknown>(null)
  const [file, setFile] = useState<File | null>(null)
  const [secret, setSecret] = useState('correct horse battery staple')
  return (
    <Stack gap="3">
      <Card title="A form, and how it is refused">
        <Form
          onSubmit={() => setError(REFUSAL)}
          error={error}
          actions={
            <>
              <Button onPress={() => setError(null)}>Cancel</Button>
              <Button variant="primary" type="submit">
                Save
              </Button>
            </>
          }
        >
          <FormSection title="General" description="What members and mails say." isWide>
            <TextField label="Name" name="name" defaultValue="Acme" isRequired />
            <TextField
              label="Billing email address"
              name="billingEmail"
              type="email"
              description="Invoices and warnings go here."
            />
          </FormSection>
          <FormSection title="Seats" isWide>
            <NumberField
              label="Seats"
              name="seats"
              unit="seats"
              defaultValue={12}
              minValue={1}
              isRequired
            />
            <Select
              label="Default role"
              name="role"
              options={ROLES}
              defaultValue="user"
              isRequired
            />
          </FormSection>
        </Form>
      </Card>
      <Columns>
        <Card title="Text">
          <Stack>
            <TextField label="Plain" placeholder="For example: Finance" />
            <TextField label="Wrong" defaultValue="x" errorMessage="At least three letters." />
            <TextField label="Not now" defaultValue="Set by your provider" isDisabled />
            <TextField label="To be read" defaultValue="Only read" isReadOnly />
            <TextArea label="Notes" rows={3} />
            <PasswordField label="Master password" />
            <SecretField
              label="Token"
              value={secret}
              onChange={setSecret}
              description="Shown once."
            />
          </Stack>
        </Card>
        <Card title="Choices">
          <Stack>
            <Checkbox description="They may see billing as well.">Include billing</Checkbox>
            <Checkbox isIndeterminate>Some of them</Checkbox>
            <Checkbox defaultSelected isDisabled>
              Fixed by a policy
            </Checkbox>
            <Checkbox errorMessage="This must be agreed to.">I agree</Checkbox>
            <Switch defaultSelected>Two-step login is demanded</Switch>
            <Switch description="In force at once, for everybody.">Single organization</Switch>
            <Switch isDisabled>Needs another plan</Switch>
            <RadioCards
              label="Plan"
              defaultValue="teams"
              options={[
                {
                  value: 'teams',
                  title: 'Teams',
                  icon: 'group',
                  aside: '$4.00',
                  description: 'For a team.',
                },
                {
                  value: 'enterprise',
                  title: 'Enterprise',
                  icon: 'building',
                  aside: '$6.00',
                  description: 'With policies and single sign-on.',
                },
                {
                  value: 'families',
                  title: 'Families',
                  icon: 'home',
                  description: 'Not for companies.',
                  isDisabled: true,
                },
              ]}
            />
            <FileDrop
              label="License file"
              accept={['.json']}
              file={file}
              onChange={setFile}
              maxBytes={1_000_000}
              description="As downloaded from the cloud."
            />
          </Stack>
        </Card>
      </Columns>
    </Stack>
  )
}
