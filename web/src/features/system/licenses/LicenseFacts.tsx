import { useFormat, useText } from '../../../i18n'
import { CopyableId, FactList } from '../../../ui'
import type { HeldLicense } from './queries'

/** What a licence says of itself. */
export function LicenseFacts({ license }: { license: HeldLicense }) {
  const { common, system } = useText()
  const { licenses: words } = system
  const { columns: names } = words
  const { dateTime, relative, number } = useFormat()
  const when = (at: string | null | undefined) =>
    at ? { value: dateTime(at), note: relative(at) } : { value: common.never }
  return (
    <FactList
      facts={[
        { term: names.expires, ...when(license.expires) },
        { term: names.paidUntil, ...when(license.expiresWithoutGrace) },
        { term: names.refresh, ...when(license.refresh) },
        { term: names.issued, ...when(license.issued) },
        { term: names.applied, ...when(license.applied) },
        { term: names.version, value: number(license.version) },
        { term: names.key, value: license.keyId ?? common.none },
        {
          term: words.cloudId,
          value: <CopyableId label={words.cloudId} value={license.cloudOrganizationId} />,
        },
      ]}
    />
  )
}
