import { bytes } from '../bytes'
import { plural } from '../plural'

/** What a finding speaks of, by name. */
type Values = Readonly<Record<string, string | undefined>>

/** Whether the server is well, and what it reaches. */
export const health = {
  title: 'Health',
  state: {
    ok: 'All is well.',
    warn: (n: number) =>
      plural(n, {
        one: 'Everything works, and # thing may not for long.',
        other: 'Everything works, and # things may not for long.',
      }),
    fail: (n: number) =>
      plural(n, { one: '# thing does not work.', other: '# things do not work.' }),
  },
  seen: (when: string) => `Looked at ${when}.`,
  again: 'Look again',
  states: { ok: 'Well', warn: 'Look at it', fail: 'Does not work' },
  columns: { check: 'What', state: 'State', found: 'Found', since: 'Since', cure: 'What to do' },
  nothing: 'Nothing to do',
  checks: {
    database: 'Database',
    disk: 'Disk',
    certificate: 'Certificate',
    mail: 'Mail server',
    jobs: 'Jobs',
    schedules: 'Recurring work',
    version: 'Version',
    communication: 'Cloud communication',
    reached: 'The cloud answers',
    region: 'Region',
    clock: 'Clock',
    'token.installation': 'The cloud accepts this server',
    'token.licensing': 'The cloud accepts it for licenses',
    'token.push': 'The cloud accepts it for push',
  } as Record<string, string>,
  /** By the code of a finding; what has none here is said in the server’s words. */
  found: {
    disk_unknown: () => 'The data folder cannot be measured.',
    disk_low: ({ share }: Values) => `Little room is left: ${share}.`,
    disk_full: ({ share }: Values) => `Almost no room is left: ${share}.`,
    certificate_expired: () => 'The certificate has run out: browsers and apps refuse it.',
    certificate_ends: ({ days }: Values) =>
      plural(Number(days), { one: 'It runs out within # day.', other: 'It runs out in # days.' }),
    clock_off: ({ seconds, side }: Values) =>
      side === 'behind'
        ? `The clock is ${seconds} s behind the cloud’s.`
        : `The clock is ${seconds} s ahead of the cloud’s.`,
    region_differs: ({ here, there }: Values) =>
      `The cloud is in ${there}, the settings say ${here}.`,
    no_cloud: () => 'That server is no cloud: it names no region.',
    jobs_late: ({ late }: Values) =>
      plural(Number(late), {
        one: '# job should have begun long ago.',
        other: '# jobs should have begun long ago.',
      }),
    jobs_given_up: ({ givenUp }: Values) =>
      plural(Number(givenUp), {
        one: '# job failed too often and was given up.',
        other: '# jobs failed too often and were given up.',
      }),
    schedules_late: ({ names }: Values) => `Late: ${names}.`,
    mail_off: ({ kept }: Values) =>
      plural(Number(kept), {
        one: 'There is no mail server; # letter is kept here to be read.',
        other: 'There is no mail server; # letters are kept here to be read.',
      }),
    mail_refused: ({ reason }: Values) => `The mail server refuses this one: ${reason}`,
    mail_given_up: ({ givenUp }: Values) =>
      plural(Number(givenUp), {
        one: '# letter failed too often and was given up.',
        other: '# letters failed too often and were given up.',
      }),
    version_old: ({ here, cloud }: Values) =>
      `It speaks as version ${here}, its cloud as ${cloud}.`,
    cloud_communication_off: () => 'This server may not talk to its cloud.',
  } as Record<string, (values: Values) => string>,
  fine: {
    database: () => 'The database answers.',
    disk: ({ share }: Values) => `Room left: ${share}.`,
    certificate: ({ until }: Values) =>
      until ? `It is good until ${until}.` : 'TLS ends elsewhere.',
    mail: () => 'The mail server takes letters.',
    jobs: () => 'Nothing waits longer than it should.',
    schedules: () => 'Everything that recurs ran in time.',
    version: ({ here }: Values) => `It speaks as version ${here}.`,
    communication: () => 'This server may talk to its cloud.',
    reached: ({ version }: Values) => `The cloud answers, version ${version}.`,
    region: ({ here }: Values) => `The region is ${here} on both sides.`,
    clock: ({ seconds }: Values) => `It differs from the cloud’s by ${seconds} s.`,
    'token.installation': () => 'The cloud accepts the installation.',
    'token.licensing': () => 'The cloud accepts the installation.',
    'token.push': () => 'The cloud accepts the installation.',
  } as Record<string, (values: Values) => string>,
  share: (free: number, total: number) => `${bytes(free)} of ${bytes(total)}`,
  cures: {
    disk_unknown: 'Look whether the data folder is there and may be read.',
    disk_low: 'Make room on the disk of the data folder, or move it to a larger one.',
    disk_full: 'Make room on the disk of the data folder, or move it to a larger one.',
    certificate_unreadable: 'Look at tls.certificate in the settings, then run “wardstead reload”.',
    certificate_expired:
      'Renew the certificate and run “wardstead reload”. ACME renews by itself when its authority reaches port 443.',
    certificate_ends:
      'Renew the certificate and run “wardstead reload”. ACME renews by itself when its authority reaches port 443.',
    clock_off: 'Set this machine’s clock and keep it set: timedatectl set-ntp true',
    no_cloud: 'Correct globalSettings__installation__apiUri: it ends before /config.',
    jobs_late: 'Look whether a server runs with jobs switched on, and at its log.',
    jobs_given_up: 'Look at each: mend its cause and try it again, or take it out.',
    schedules_late: 'Look whether a server runs with jobs switched on, and at its log.',
    mail_off: 'Set mail.host and what it needs, then run “wardstead reload”.',
    mail_refused: 'Look at host, port, protection and sign-in of the mail server in the settings.',
    mail_given_up: 'Look at each: correct its address, or send it again.',
    version_old: 'Update this server: an old one cannot read new licenses.',
  } as Record<string, string>,
  regionCure: (there: string, here: string) =>
    `Set globalSettings__baseServiceUri__cloudRegion=${there} if the installation id was made there; else set the addresses of the region ${here}.`,
  look: 'Look',
}

/** The hosts this server talks to, and the way to each. */
export const egress = {
  title: 'Outgoing connections',
  lead: 'Every host this server talks to, for whoever keeps the firewall. Only what is set here is tried.',
  host: 'Host',
  purpose: 'What for',
  /** What a host is for, by the setting that names it. */
  purposes: {
    'mail.host': 'Letters',
    'cloud.identity_url': 'Sign-in to the cloud',
    'cloud.api_url': 'Licenses and sponsorships',
  } as Record<string, string>,
  protocol: 'Protocol',
  setting: 'Setting',
  way: 'Way there',
  copy: 'Copy the list',
  copied: 'List copied',
  none: 'This server talks to nobody',
  noneWhy: 'Hosts appear here when the settings name them: a cloud, a mail server, push.',
  checkAll: 'Check all now',
  check: 'Check now',
  untried: 'Not tried yet',
  open: 'Open',
  broken: 'Broken',
  stages: { dns: 'Name', tcp: 'Connection', tls: 'Certificate', answer: 'Answer' } as Record<
    string,
    string
  >,
  took: (milliseconds: string) => `${milliseconds} ms`,
  summary: (open: number, all: number) =>
    open === all
      ? plural(all, { one: 'The way to # host is open.', other: 'The ways to # hosts are open.' })
      : plural(all - open, {
          one: 'The way to # host is broken: the stage that failed names what to do.',
          other: 'The ways to # hosts are broken: the stages that failed name what to do.',
        }),
}
