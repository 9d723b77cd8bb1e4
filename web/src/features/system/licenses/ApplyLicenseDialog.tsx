import { useState } from 'react'
import { useText } from '../../../i18n'
import { Dialog, FileDrop, Form, FormActions, Text, toast } from '../../../ui'
import { type HeldLicense, useApplyLicense } from './queries'

type Of = Pick<HeldLicense, 'organizationId' | 'organizationName'>

/** Takes a licence file for an organization; one that does not do is refused with every reason. */
export function ApplyLicenseDialog({ license, onClose }: { license: Of; onClose: () => void }) {
  const { system, ui } = useText()
  const { licenses: words } = system
  const { organizationId, organizationName: name } = license
  const [file, setFile] = useState<File | null>(null)
  const [insists, setInsists] = useState(false)
  const { mutate, error, isPending } = useApplyLicense(organizationId)
  const submit = () => {
    if (!file) return setInsists(true)
    mutate(file, {
      onSuccess: () => {
        toast(words.applied(name))
        onClose()
      },
    })
  }
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.applyTitle(name)}>
      <Form
        aria-label={words.apply}
        error={error}
        onSubmit={submit}
        actions={<FormActions submit={words.apply} isPending={isPending} onCancel={onClose} />}
      >
        <Text>{words.applyWhy}</Text>
        <FileDrop
          label={words.file}
          description={words.fileHelp}
          accept={['.json']}
          maxBytes={1_000_000}
          file={file}
          onChange={setFile}
          errorMessage={insists && !file ? ui.file.missing : undefined}
        />
      </Form>
    </Dialog>
  )
}
