import { useQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { useServerConfig } from '../../session'
import { ButtonLink, Callout, Section, Skeleton, Stack } from '../../ui'
import { needs } from './attention'
import { health } from './health/queries'
import { heldLicenses } from './licenses/queries'
import { everyOrganization } from './organizations/queries'
import type { Overview } from './queries'

/** What needs the operator, each with the way to where it can be mended. */
export function Attention({ data }: { data: Overview }) {
  const text = useText()
  const { overview: words } = text.system
  const format = useFormat()
  // syncs begin, and licences are applied, on self-hosted servers alone
  const { selfHosted } = useServerConfig()
  const licenses = useQuery({ ...heldLicenses(), enabled: selfHosted })
  const organizations = useQuery({ ...everyOrganization(), enabled: selfHosted })
  const well = useQuery(health())
  const isRead = well.data && (!selfHosted || (licenses.data && organizations.data))
  const isLost = licenses.error ?? organizations.error ?? well.error
  const found = needs(
    {
      overview: data,
      licenses: licenses.data?.rows ?? [],
      organizations: organizations.data ?? [],
      findings: well.data?.findings ?? [],
    },
    text,
    format,
  )
  if (isRead && found.length === 0) return <Callout tone="ok">{words.calm}</Callout>
  return (
    <Section title={words.attention}>
      <Stack gap="1">
        {isLost && <Callout tone="warn">{words.unread}</Callout>}
        {found.map(({ id, tone, say, to, at }) => (
          <Callout
            key={id}
            tone={tone}
            action={
              <ButtonLink size="small" href={to}>
                {at}
              </ButtonLink>
            }
          >
            {say}
          </Callout>
        ))}
        {!isRead && !isLost && <Skeleton shape="rows" count={1} />}
      </Stack>
    </Section>
  )
}
