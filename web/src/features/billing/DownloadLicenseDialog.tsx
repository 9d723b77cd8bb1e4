import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganization } from '../../session'
import { Dialog, Form, FormActions, saveFile, TextField, toast } from '../../ui'
import { useDownloadLicense } from './queries'

/** Asks for which installation, and saves the licence as a file. */
export function DownloadLicenseDialog({ onClose }: { onClose: () => void }) {
  const { billing } = useText()
  const { downloading: words } = billing
  const { id, name } = useOrganization()
  const [installation, setInstallation] = useState('')
  const { mutate, error, isPending } = useDownloadLicense(id)
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.title}>
      <Form
        aria-label={words.title}
        error={error}
        names={{ installationId: 'installation' }}
        onSubmit={() =>
          mutate(installation.trim(), {
            onSuccess: (license) => {
              saveFile(words.file(name), 'application/json', license)
              toast(words.done)
              onClose()
            },
          })
        }
        actions={<FormActions submit={words.submit} isPending={isPending} onCancel={onClose} />}
      >
        <TextField
          name="installation"
          label={words.installation}
          description={words.help}
          value={installation}
          onChange={setInstallation}
          pattern="\s*[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\s*"
          autoComplete="off"
          isMono
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}
