import type { Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Page } from '../page'

const billing = ({ billing: words }: Messages): string => words.group

const reporting = ({ events }: Messages): string => events.group

const settings = ({ organizations }: Messages): string => organizations.group

export const pages: readonly Page[] = [
  {
    path: paths.organization.overview('$orgId'),
    load: () => import('../../features/organizations/OverviewPage'),
    title: ({ organizations }) => organizations.overview.title,
    nav: { icon: 'home' },
  },
  {
    path: paths.organization.members('$orgId'),
    load: () => import('../../features/members/MembersPage'),
    title: ({ members }) => members.title,
    nav: { icon: 'group', when: ({ can }) => can('members.manage') },
  },
  {
    path: paths.organization.sponsorships('$orgId'),
    load: () => import('../../features/sponsorships/ManagedPage'),
    title: ({ sponsorships }) => sponsorships.managed.title,
    nav: { icon: 'gift', when: ({ can }) => can('sponsorships.manage') },
    showsSecrets: true,
  },
  {
    path: paths.organization.events('$orgId'),
    load: () => import('../../features/events/EventsPage'),
    title: ({ events }) => events.title,
    nav: {
      icon: 'activity',
      group: reporting,
      when: ({ can }) => can('events.view'),
      keys: 'g e',
      keywords: ['audit', 'log', 'history', 'journal', 'historique', 'événements'],
    },
  },
  {
    path: paths.organization.subscription('$orgId'),
    load: () => import('../../features/billing/SubscriptionPage'),
    title: ({ billing }) => billing.title,
    nav: { icon: 'card', group: billing, when: ({ can }) => can('billing.view') },
  },
  {
    path: paths.organization.sync('$orgId'),
    load: () => import('../../features/billing/SyncPage'),
    title: ({ licensing }) => licensing.title,
    nav: { icon: 'sync', group: billing, when: ({ can }) => can('sync.view') },
  },
  {
    path: paths.organization.settings('$orgId'),
    load: () => import('../../features/organizations/SettingsPage'),
    title: ({ organizations }) => organizations.settings.title,
    nav: { icon: 'gear', group: settings, when: ({ can }) => can('organization.view') },
  },
  {
    path: paths.organization.policies('$orgId'),
    load: () => import('../../features/policies/PoliciesPage'),
    title: ({ organizations }) => organizations.policies.title,
    nav: { icon: 'policy', group: settings, when: ({ can }) => can('policies.manage') },
  },
]
