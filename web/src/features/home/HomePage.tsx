import { useQueries } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { isLow } from '../../password/derivation'
import { paths } from '../../paths'
import {
  accountOf,
  can,
  type Organization,
  useProfile,
  useServerConfig,
  useSession,
} from '../../session'
import { ButtonLink, Callout, Page as Layout, PageHead, Section, Stack } from '../../ui'
import { attention, type Facts } from './attention'
import { Organizations } from './Organizations'
import { licenseEnd, waitingCount } from './queries'
import { VerifyAddress } from './VerifyAddress'

/** The most organizations that are asked about: whoever runs more has a portal for it. */
const ASKED = 12

/** What needs the person, and where they can go. */
export function Page() {
  const text = useText()
  const format = useFormat()
  const profile = useProfile()
  const words = text.settings.home
  const found = attention(profile, useFacts(profile.organizations), text, format)
  const count = found.length + (profile.emailVerified ? 0 : 1)
  return (
    <Layout>
      <PageHead
        title={words.title}
        state={count === 0 ? words.calm : words.needs(count)}
        action={
          <ButtonLink href={paths.vault.items()} variant="primary" icon="vault">
            {words.vault}
          </ButtonLink>
        }
      />
      {count > 0 && (
        <Section title={words.attention}>
          <Stack gap="1">
            {!profile.emailVerified && <VerifyAddress email={profile.email} />}
            {found.map(({ id, tone, title, why, action }) => (
              <Callout
                key={id}
                tone={tone}
                title={title}
                action={
                  action && (
                    <ButtonLink size="small" href={action.href}>
                      {action.label}
                    </ButtonLink>
                  )
                }
              >
                {why}
              </Callout>
            ))}
          </Stack>
        </Section>
      )}
      <Organizations organizations={profile.organizations} />
    </Layout>
  )
}

/** What is asked for besides the profile; what does not come is not missed here. */
function useFacts(organizations: readonly Organization[]): Facts {
  const { selfHosted } = useServerConfig()
  const account = accountOf(useSession())
  const managed = organizations.filter((one) => can(one, 'members.manage')).slice(0, ASKED)
  // the cloud renews by itself
  const licensed = selfHosted ? organizations.filter((one) => can(one, 'billing.view')) : []
  const waiting = useQueries({ queries: managed.map(({ id }) => waitingCount(id)) })
  const licenses = useQueries({
    queries: licensed.slice(0, ASKED).map(({ id }) => licenseEnd(id)),
  })
  return {
    isDerivationLow: account !== null && isLow(account.kdf),
    waiting: new Map(managed.map(({ id }, index) => [id, waiting[index]?.data ?? 0])),
    licenses: new Map(
      licensed.flatMap(({ id }, index) => {
        const data = licenses[index]?.data
        return data ? [[id, data]] : []
      }),
    ),
    now: new Date(),
  }
}
