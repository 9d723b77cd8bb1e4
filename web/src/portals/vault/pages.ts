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
