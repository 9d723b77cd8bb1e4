import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useAccountLanguage } from '../features/accounts/useAccountLanguage'
import { useFormat, useText } from '../i18n'
import { paths } from '../paths'
import { lock, logOut, useOrganizations, useProfile, useSession } from '../session'
import { AppShell, useCommands } from '../ui'
import { navigation, pageAt } from './navigation'
import type { Access, Page } from './page'
import { places } from './places'

interface Props {
  /** The pages of the portal. */
  pages: readonly Page[]
  /** Whose things they show: the person's own, or an organization's. */
  place: { id: string; label: string; href: string }
  access: Access
}

/** What stands around every signed-in page: where one is and can go, and the account. */
export function Frame({ pages, place, access }: Props) {
  const text = useText()
  const { compare } = useFormat()
  const { pathname } = useLocation()
  const parameters = useParams({ strict: false }) as Record<string, string | undefined>
  const page = pageAt(pages, pathname)
  const isLocked = useSession().state !== 'unlocked'
  const switcher = places(useOrganizations(), text, compare).filter(({ id }) => id !== place.id)
  const account = useAccount()
  useCommands([
    ...switcher.map(({ id, ...where }) => ({
      ...where,
      id: `place:${id}`,
      group: text.session.frame.places,
    })),
    ...account.groups.flatMap(({ entries }) =>
      entries.map(({ id, label, icon, onAction }) => ({ id, label, icon, run: onAction })),
    ),
  ])
  return (
    <AppShell
      home={paths.home()}
      crumbs={[{ ...place, switcher }, ...(page ? [{ id: 'page', label: page.title(text) }] : [])]}
      nav={navigation(pages, { access, parameters, here: pathname, text })}
      account={account}
    >
      {isLocked && page?.showsSecrets ? null : <Outlet />}
    </AppShell>
  )
}

/** Who is signed in, and what they may do about it. */
function useAccount() {
  const { session } = useText()
  const profile = useProfile()
  const navigate = useNavigate()
  useAccountLanguage(profile)
  const go = (to: string) => () => void navigate({ to })
  return {
    name: profile.name ?? '',
    email: profile.email,
    groups: [
      {
        id: 'account',
        entries: [
          {
            id: 'settings',
            label: session.frame.settings,
            icon: 'gear' as const,
            onAction: go(paths.settings.account()),
          },
          {
            id: 'lock',
            label: session.frame.lock,
            icon: 'lock' as const,
            onAction: () => void lock(),
          },
        ],
      },
      {
        id: 'leave',
        entries: [
          {
            id: 'logOut',
            label: session.frame.logOut,
            icon: 'signOut' as const,
            onAction: () => void logOut(),
          },
        ],
      },
    ],
  }
}
