import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganization } from '../../session'
import { Button, FileDrop, Form, toast } from '../../ui'
import { useUploadLicense } from './queries'

/** Applies a licence that was downloaded from the cloud. */
export function UploadLicense() {
  const { billing, ui } = useText()
  const { license: words } = billing
  const { id } = useOrganization()
  const [file, setFile] = useState<File | null>(null)
  const [insists, setInsists] = useState(false)
  const { mutate, error, isPending } = useUploadLicense(id)
  return (
    <Form
      aria-label={words.manual}
      error={error}
      onSubmit={() => {
        if (!file) return setInsists(true)
        setInsists(false)
        mutate(file, {
          onSuccess: () => {
            setFile(null)
            toast(words.uploaded)
          },
        })
      }}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.upload}
        </Button>
      }
    >
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
  )
}
