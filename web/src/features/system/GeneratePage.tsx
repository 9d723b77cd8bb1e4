import { useState } from 'react'
import { useText } from '../../i18n'
import { Button, Card, Form, Page as Frame, PageHead, saveFile, TextField, toast } from '../../ui'
import { useGenerateLicense } from './queries'

const ID = '\\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\s*'

/** Makes a licence file for an organization and an installation. */
export function Page() {
  const { generate: words } = useText().system
  const [organizationId, setOrganization] = useState('')
  const [installationId, setInstallation] = useState('')
  const { mutate, error, isPending } = useGenerateLicense()
  const submit = () =>
    mutate(
      { organizationId: organizationId.trim(), installationId: installationId.trim() },
      {
        onSuccess: (license) => {
          saveFile(`license-${organizationId.trim()}.json`, 'application/json', license)
          toast(words.done)
        },
      },
    )
  return (
    <Frame width="narrow">
      <PageHead title={words.title} state={words.lead} />
      <Card>
        <Form
          aria-label={words.title}
          error={error}
          onSubmit={submit}
          actions={
            <Button type="submit" variant="primary" icon="download" isPending={isPending}>
              {words.submit}
            </Button>
          }
        >
          <TextField
            name="organizationId"
            label={words.organization}
            value={organizationId}
            onChange={setOrganization}
            pattern={ID}
            isMono
            isRequired
          />
          <TextField
            name="installationId"
            label={words.installation}
            value={installationId}
            onChange={setInstallation}
            pattern={ID}
            isMono
            isRequired
          />
        </Form>
      </Card>
    </Frame>
  )
}
