import type { Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Page } from '../page'

const watch = ({ system }: Messages): string => system.nav.watch
const cloud = ({ system }: Messages): string => system.nav.cloud
const work = ({ system }: Messages): string => system.nav.work

export const pages: readonly Page[] = [
  {
    path: paths.system.overview(),
    load: () => import('../../features/system/OverviewPage'),
    title: ({ system }) => system.overview.title,
    nav: { icon: 'home' },
  },
  {
    path: paths.system.users(),
    over: [paths.system.user('$userId')],
    load: () => import('../../features/system/users/UsersPage'),
    title: ({ system }) => system.users.title,
    nav: { icon: 'user', keys: 'g u', keywords: ['accounts', 'comptes', 'people', 'personnes'] },
  },
  {
    path: paths.system.organizations(),
    load: () => import('../../features/system/organizations/OrganizationsPage'),
    title: ({ system }) => system.organizations.title,
    nav: { icon: 'building' },
  },
  {
    path: paths.system.organization('$id'),
    load: () => import('../../features/system/organizations/OrganizationPage'),
    title: ({ system }) => system.organizations.title,
  },
  {
    path: paths.system.installations(),
    load: () => import('../../features/system/installations/InstallationsPage'),
    title: ({ system }) => system.installations.title,
    nav: { icon: 'server', group: cloud, when: ({ selfHosted }) => !selfHosted },
  },
  {
    path: paths.system.licenses(),
    load: () => import('../../features/system/licenses/LicensesPage'),
    title: ({ system }) => system.licenses.title,
    nav: { icon: 'license', group: cloud, keys: 'g l' },
  },
  {
    path: paths.system.jobs(),
    load: () => import('../../features/system/queue/JobsPage'),
    title: ({ system }) => system.queue.jobs.title,
    nav: { icon: 'list', group: work, keys: 'g j', keywords: ['queue', 'file', 'tasks'] },
  },
  {
    path: paths.system.mail(),
    load: () => import('../../features/system/queue/MailPage'),
    title: ({ system }) => system.queue.mail.title,
    nav: { icon: 'mail', group: work, keywords: ['letters', 'lettres', 'outbox'] },
  },
  {
    path: paths.system.health(),
    load: () => import('../../features/system/health/HealthPage'),
    title: ({ system }) => system.health.title,
    nav: { icon: 'health', group: watch, keywords: ['checks', 'état', 'doctor'] },
  },
  {
    path: paths.system.secondStep(),
    load: () => import('../../features/system/signIn/SecondStepPage'),
    title: ({ system }) => system.secondStep.title,
  },
  {
    path: paths.system.egress(),
    load: () => import('../../features/system/health/EgressPage'),
    title: ({ system }) => system.egress.title,
    nav: { icon: 'globe', group: watch },
  },
  {
    path: paths.system.audit(),
    load: () => import('../../features/system/audit/AuditPage'),
    title: ({ system }) => system.audit.title,
    nav: { icon: 'activity', group: watch },
  },
]
