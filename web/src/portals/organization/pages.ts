import type { Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Page } from '../page'

const billing = ({ billing: words }: Messages): string => words.group

export const pages: readonly Page[] = [
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
    path: paths.organization.subscription('$orgId'),
    load: () => import('../../features/billing/SubscriptionPage'),
    title: ({ billing }) => billing.title,
    nav: { icon: 'card', group: billing, when: ({ can }) => can('billing.view') },
  },
]
