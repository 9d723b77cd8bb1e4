import type { Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Page } from '../page'

const settings = ({ session }: Messages): string => session.frame.settings

export const pages: readonly Page[] = [
  {
    path: paths.home(),
    load: () => import('../../features/home/HomePage'),
    title: ({ session }) => session.home.title,
    nav: { icon: 'home' },
  },
  {
    path: paths.vault.items(),
    over: [paths.vault.trash(), paths.vault.item('$itemId')],
    load: () => import('../../features/vault/VaultPage'),
    title: ({ vault }) => vault.title,
    nav: { icon: 'vault' },
    showsSecrets: true,
  },
  {
    path: paths.settings.account(),
    load: () => import('../../features/settings/AccountPage'),
    title: ({ settings: words }) => words.account.title,
    nav: { icon: 'user', group: settings },
  },
  {
    path: paths.settings.security(),
    load: () => import('../../features/settings/SecurityPage'),
    title: ({ settings: words }) => words.security.title,
    nav: { icon: 'lock', group: settings },
  },
  {
    path: paths.settings.devices(),
    load: () => import('../../features/settings/DevicesPage'),
    title: ({ settings: words }) => words.devices.title,
    nav: { icon: 'device', group: settings },
  },
  {
    path: paths.settings.keys(),
    load: () => import('../../features/settings/KeysPage'),
    title: ({ settings: words }) => words.keys.title,
    nav: { icon: 'code', group: settings },
  },
  {
    path: paths.settings.appearance(),
    load: () => import('../../features/settings/AppearancePage'),
    title: ({ settings: words }) => words.appearance.title,
    nav: { icon: 'sun', group: settings },
  },
  {
    path: paths.settings.language(),
    load: () => import('../../features/settings/LanguagePage'),
    title: ({ settings: words }) => words.language.title,
    nav: { icon: 'globe', group: settings },
  },
  {
    path: paths.settings.sponsorships(),
    load: () => import('../../features/sponsorships/SponsorshipsPage'),
    title: ({ sponsorships }) => sponsorships.mine.title,
    nav: { icon: 'gift', group: settings },
  },
  {
    path: paths.newOrganization(),
    load: () => import('../../features/organizations/NewOrganizationPage'),
    title: ({ organizations }) => organizations.create.title,
    nav: { icon: 'add' },
  },
]
