import { useState } from 'react'
import { useText } from '../../i18n'
import { Button, FileDrop, Form, Text } from '../../ui'
import { createFromLicense } from './queries'
import { useMaking } from './useMaking'

/** Asks for a licence file, and begins its organization on this server. */
export function LicenseForm() {
  const { organizations, ui } = useText()
  const { create: words } = organizations
  const [file, setFile] = useState<File | null>(null)
  const [insists, setInsists] = useState(false)
  const { mutate, error, isPending } = useMaking((license: File) =>
    createFromLicense(license, words.firstCollection),
  )
  return (
    <Form
      aria-label={words.title}
      error={error}
      onSubmit={() => (file ? mutate(file) : setInsists(true))}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <FileDrop
        label={words.license.file}
        description={words.license.help}
        accept={['.json']}
        maxBytes={1_000_000}
        file={file}
        onChange={setFile}
        errorMessage={insists && !file ? ui.file.missing : undefined}
      />
      <Text tone="muted">{words.license.why}</Text>
    </Form>
  )
}
