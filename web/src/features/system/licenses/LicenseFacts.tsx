import { useFormat, useText } from '../../../i18n'
import { CopyableId, type Fact, FactList } from '../../../ui'
import type { HeldLicense } from './queries'

/** What a licence says of itself. */
export function LicenseFacts({ license }: { license: HeldLicense }) {
  const { common, system } = useText()
  const { licenses: words } = system
  const { columns: names } = words
  const { dateTime, relative, number } = useFormat()
  const when = (term: string, at: string): Fact => ({
    term,
    value: dateTime(at),
    note: relative(at),
  })
  const { expires, expiresWithoutGrace, refresh } = license
  return (
    <FactList
      facts={[
        expires ? when(names.expires, expires) : { term: names.expires, value: common.never },
        ...(expiresWithoutGrace ? [when(names.paidUntil, expiresWithoutGrace)] : []),
        ...(refresh ? [when(names.refresh, refresh)] : []),
        when(names.issued, license.issued),
        when(names.applied, license.applied),
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
