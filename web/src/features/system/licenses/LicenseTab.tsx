import { useState } from 'react'
import { useText } from '../../../i18n'
import { useServerConfig } from '../../../session'
import { Button, EmptyState, Stack } from '../../../ui'
import { ApplyLicenseDialog } from './ApplyLicenseDialog'
import { LicenseView } from './LicenseDrawer'
import type { HeldLicense } from './queries'

/** The licence an organization runs by, and the way to another one. */
export function LicenseTab({ license }: { license: HeldLicense | null }) {
  const { system } = useText()
  const { organization: words, licenses } = system
  const { selfHosted } = useServerConfig()
  const [applies, setApplies] = useState(false)
  if (!license)
    return (
      <EmptyState kind="nothing" icon="license" title={words.noLicense} isSmall>
        {!selfHosted && words.licensesOfCloud}
      </EmptyState>
    )
  return (
    <Stack gap="3">
      <LicenseView license={license} />
      <div>
        <Button icon="upload" onPress={() => setApplies(true)}>
          {licenses.apply}
        </Button>
      </div>
      {applies && <ApplyLicenseDialog license={license} onClose={() => setApplies(false)} />}
    </Stack>
  )
}
