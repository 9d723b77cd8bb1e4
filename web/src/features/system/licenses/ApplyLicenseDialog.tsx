import { useState } from 'react'
import { useText } from '../../../i18n'
import { Button, Dialog, FileDrop, Form, Text, toast } from '../../../ui'
import { type HeldLicense, useApplyLicense } from './queries'

type Of = Pick<HeldLicense, 'organizationId' | 'organizationName'>

/** Takes a licence file for an organization; one that does not do is refused with every reason. */
export function ApplyLicenseDialog({ license, onClose }: { license: Of; onClose: () => void }) {
  const { common, system, ui } = useText()
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
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {words.apply}
            </Button>
          </>
        }
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
