import type { Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Page } from '../page'

const settings = ({ session }: Messages): string => session.frame.settings

export const pages: readonly Page[] = [
  {
    path: paths.home(),
    load: () => import('../../features/home/HomePage'),
    title: ({ settings: words }) => words.home.title,
    nav: { icon: 'home', keys: 'g h', keywords: ['start', 'accueil', 'home'] },
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
    path: paths.vault.generator(),
    load: () => import('../../features/vault/GeneratorPage'),
    title: ({ vault }) => vault.generator.title,
    nav: { icon: 'refresh' },
    showsSecrets: true,
  },
  {
    path: paths.settings.account(),
    load: () => import('../../features/settings/AccountPage'),
    title: ({ settings: words }) => words.account.title,
    nav: {
      icon: 'user',
      group: settings,
      keywords: ['profile', 'profil', 'name', 'nom', 'delete account', 'supprimer'],
    },
  },
  {
    path: paths.settings.security(),
    load: () => import('../../features/settings/SecurityPage'),
    title: ({ settings: words }) => words.security.title,
    nav: {
      icon: 'lock',
      group: settings,
      keywords: ['password', 'mot de passe', 'kdf', 'lock', 'verrouiller', 'sécurité'],
    },
  },
  {
    path: paths.settings.twoStep(),
    load: () => import('../../features/settings/TwoStepPage'),
    title: ({ settings: words }) => words.twoStep.title,
    nav: {
      icon: 'key',
      group: settings,
      keywords: ['2fa', 'totp', 'authenticator', 'authentification', 'recovery', 'récupération'],
    },
    showsSecrets: true,
  },
  {
    path: paths.settings.devices(),
    load: () => import('../../features/settings/DevicesPage'),
    title: ({ settings: words }) => words.devices.title,
    nav: {
      icon: 'device',
      group: settings,
      keywords: ['sessions', 'browsers', 'navigateurs', 'appareils'],
    },
  },
  {
    path: paths.settings.organizations(),
    load: () => import('../../features/settings/OrganizationsPage'),
    title: ({ settings: words }) => words.organizations.title,
    nav: {
      icon: 'building',
      group: settings,
      keywords: ['account recovery', 'récupération du compte', 'enrol', 'members', 'membres'],
    },
  },
  {
    path: paths.settings.activity(),
    load: () => import('../../features/events/OwnEventsPage'),
    title: ({ events }) => events.own.title,
    nav: {
      icon: 'activity',
      group: settings,
      keywords: ['events', 'logins', 'history', 'événements', 'connexions', 'historique'],
    },
  },
  {
    path: paths.settings.keys(),
    load: () => import('../../features/settings/KeysPage'),
    title: ({ settings: words }) => words.keys.title,
    nav: {
      icon: 'code',
      group: settings,
      keywords: [
        'api',
        'command line',
        'ligne de commande',
        'cli',
        'encryption key',
        'clé de chiffrement',
        'rotate',
        'renouveler',
      ],
    },
    showsSecrets: true,
  },
  {
    path: paths.settings.appearance(),
    load: () => import('../../features/settings/AppearancePage'),
    title: ({ settings: words }) => words.appearance.title,
    nav: {
      icon: 'sun',
      group: settings,
      keywords: [
        'theme',
        'thème',
        'dark',
        'sombre',
        'density',
        'densité',
        'shortcuts',
        'raccourcis',
      ],
    },
  },
  {
    path: paths.settings.language(),
    load: () => import('../../features/settings/LanguagePage'),
    title: ({ settings: words }) => words.language.title,
    nav: {
      icon: 'globe',
      group: settings,
      keywords: ['français', 'english', 'language', 'langue'],
    },
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
