import { useState } from 'react'
import { useText } from '../../../i18n'
import { Dialog, Form, FormActions, saveFile, Text, TextField, toast } from '../../../ui'
import { useGenerateLicense } from './queries'

const ID = '\\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\s*'

/** Makes a licence file for an organization and an installation. */
export function GenerateDialog({ onClose }: { onClose: () => void }) {
  const { system } = useText()
  const { generate: words } = system
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
          onClose()
        },
      },
    )
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.title}>
      <Form
        aria-label={words.title}
        error={error}
        onSubmit={submit}
        actions={<FormActions submit={words.submit} isPending={isPending} onCancel={onClose} />}
      >
        <Text>{words.lead}</Text>
        <TextField
          name="organizationId"
          label={words.organization}
          value={organizationId}
          onChange={setOrganization}
          pattern={ID}
          isMono
          isRequired
          autoFocus
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
    </Dialog>
  )
}
