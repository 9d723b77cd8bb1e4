import { plural } from './plural'
import { audit } from './system/audit'
import { egress, health } from './system/health'
import { installations } from './system/installations'
import { licenses } from './system/licenses'
import { features, organization, organizations } from './system/organizations'
import { queue } from './system/queue'
import { secondStep } from './system/secondStep'
import { users } from './system/users'

/** The System Administrator Portal. */
export const system = {
  portal: 'System Administrator Portal',
  nav: { watch: 'Watch', people: 'People', cloud: 'Licensing', work: 'Work' },
  roles: { cloud: 'Cloud', selfHosted: 'Self-hosted server' },
  signIn: {
    title: 'Sign in as operator',
    lead: 'A link is mailed to the operators this server names.',
    email: 'E-mail address',
    submit: 'Send the link',
    sent: 'If this address belongs to an operator, a link is on its way. It works once, for 15 minutes.',
    again: 'Send it again',
    opening: 'Signing you in…',
    lapsed: 'This link no longer works. Ask for another one.',
    help: 'Without mail, the command “wardstead admin operator add” prints a link.',
    signOut: 'Sign out',
  },
  overview: {
    title: 'Overview',
    state: (organizations: number, users: number) =>
      `${plural(organizations, { one: '# organization', other: '# organizations' })}, ${plural(users, { one: '# account', other: '# accounts' })}.`,
    attention: 'Needs attention',
    calm: 'Nothing needs attention.',
    jobsGivenUp: (n: number) =>
      plural(n, {
        one: '# job was given up: mend its cause and try it again, or take it out.',
        other: '# jobs were given up: mend their causes and try them again, or take them out.',
      }),
    mailsGivenUp: (n: number) =>
      plural(n, {
        one: '# letter could not be sent.',
        other: '# letters could not be sent.',
      }),
    syncFails: (name: string, failures: number, last: string | null) =>
      `${plural(failures, {
        one: `The last sync of ${name} failed.`,
        other: `The last # syncs of ${name} failed.`,
      })} ${last ? `Last success: ${last}.` : 'No sync has succeeded yet.'}`,
    healthNeeds: (check: string, found: string) => `${check}: ${found}`,
    moreSyncs: (n: number) =>
      plural(n, {
        one: 'The sync of # more organization fails.',
        other: 'The syncs of # more organizations fail.',
      }),
    licenseNeeds: (name: string, state: string) =>
      `License of ${name}: ${state.charAt(0).toLowerCase()}${state.slice(1)}.`,
    moreLicenses: (n: number) =>
      plural(n, {
        one: '# more license needs you.',
        other: '# more licenses need you.',
      }),
    look: {
      jobs: 'Jobs given up',
      mails: 'Letters',
      sync: 'Connections',
      organizations: 'Organizations',
      license: 'License',
      licenses: 'Licenses',
      health: 'Health',
    },
    unread: 'Whether licenses, syncs and health need you could not be read.',
    mailsKept: (n: number) =>
      plural(n, {
        one: '# letter is kept, because no mail server is set.',
        other: '# letters are kept, because no mail server is set.',
      }),
    server: 'This server',
    version: 'Version',
    protocol: 'Protocol',
    address: 'Address',
    region: 'Region',
    communication: 'Cloud communication',
    installation: 'Installation',
    noInstallation: 'None: the server works in limited mode',
    registration: 'Registration',
    registrationOpen: 'Open to everyone',
    registrationClosed: 'By invitation',
    mailServer: 'Mail',
    mailSet: 'Sent by a mail server',
    mailKept: 'Kept on this server',
    work: 'Work',
    waiting: 'Waiting',
    running: 'Running',
    givenUp: 'Given up',
    kept: 'Kept',
    jobs: 'Jobs',
    mails: 'Letters',
    schedules: 'Schedules',
    schedule: 'What',
    next: 'Next',
    last: 'Last',
    actions: 'What operators did last',
    on: 'On',
    off: 'Off',
  },
  users,
  organizations,
  organization,
  features,
  installations,
  licenses,
  generate: {
    title: 'Generate license',
    lead: 'A license file for an organization and the server that may use it.',
    organization: 'Organization id',
    installation: 'Installation id',
    submit: 'Generate and download',
    key: (id: string) => `Signed with key ${id}.`,
    done: 'License generated',
  },
  queue,
  audit,
  egress,
  health,
  secondStep,
}
