import { useText } from '../../../i18n'
import { paths } from '../../../paths'
import {
  Callout,
  CopyableId,
  Drawer,
  Link,
  type MenuEntry,
  Section,
  Stack,
  Status,
  Table,
} from '../../../ui'
import { LicenseFacts } from './LicenseFacts'
import type { HeldLicense } from './queries'
import { inWords, standing, TONES } from './standing'

interface Props {
  license: HeldLicense
  menu: readonly MenuEntry[]
  onClose: () => void
}

/** One licence in full: how it stands, what that means, and every rule it fails. */
export function LicenseDrawer({ license, menu, onClose }: Props) {
  const { licenses: words } = useText().system
  const it = standing(license)
  return (
    <Drawer
      title={license.organizationName}
      badge={<Status tone={TONES[it.kind]}>{inWords(it, words)}</Status>}
      lead={
        <Link href={paths.system.organization(license.organizationId)}>{words.toOrganization}</Link>
      }
      menu={menu}
      size="wide"
      isOpen
      onOpenChange={onClose}
    >
      <LicenseView license={license} />
    </Drawer>
  )
}

/** The same without what is around it. */
export function LicenseView({ license }: { license: HeldLicense }) {
  const { licenses: words } = useText().system
  const { kind } = standing(license)
  const { problems } = license
  return (
    <Stack gap="3">
      <Callout tone={TONES[kind]}>{words.explained[kind]}</Callout>
      {problems.length > 0 && (
        <Section title={words.problems}>
          <Table
            label={words.problems}
            rows={problems}
            keyOf={({ code }) => code}
            columns={[
              { id: 'message', header: words.problems, cell: ({ message }) => message },
              {
                id: 'code',
                header: words.code,
                cell: ({ code }) => <CopyableId label={words.code} value={code} />,
              },
            ]}
          />
        </Section>
      )}
      <LicenseFacts license={license} />
    </Stack>
  )
}
