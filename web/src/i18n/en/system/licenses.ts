import { plural } from '../plural'

/** Licenses, held here or handed out from here. */
export const licenses = {
  title: 'Licenses',
  heldState: (all: number, bad: number) =>
    bad === 0
      ? plural(all, {
          one: '# license is applied on this server, and it is in order.',
          other: '# licenses are applied on this server, all in order.',
        })
      : `${plural(all, { one: '# license is applied on this server', other: '# licenses are applied on this server' })}, ${plural(bad, { one: '# needs you', other: '# need you' })}.`,
  issuedState: (n: number) =>
    plural(n, {
      one: '# license went out to a self-hosted server.',
      other: '# licenses went out to self-hosted servers.',
    }),
  heldEmpty: 'No license is applied here yet',
  heldEmptyWhy: 'A license comes with the file an organization is made from.',
  issuedEmpty: 'No license went out yet',
  issuedEmptyWhy:
    'Owners download the license of their organization for a server; the file can also be generated here.',
  columns: {
    organization: 'Organization',
    state: 'State',
    expires: 'Expires',
    paidUntil: 'Paid until',
    refresh: 'Next one due',
    issued: 'Issued',
    applied: 'Applied',
    version: 'Version',
    key: 'Signing key',
    installation: 'Installation',
    email: 'Who runs the server',
    server: 'Server',
    since: 'Known since',
    lastSync: 'Last fetched or synced',
  },
  state: {
    ok: 'Valid',
    soon: (days: number) =>
      plural(days, { one: 'Expires within # day', other: 'Expires within # days' }),
    grace: 'In the grace period',
    expired: 'Expired',
    invalid: (rules: number) => plural(rules, { one: 'Fails # rule', other: 'Fails # rules' }),
  },
  kinds: {
    ok: 'Valid',
    soon: 'Expires soon',
    grace: 'In the grace period',
    expired: 'Expired',
    invalid: 'Not valid',
  },
  explained: {
    ok: 'Every rule was checked now, by the clock of this server.',
    soon: 'A newer one is fetched by itself while the organization is connected; otherwise its owner uploads one.',
    grace: 'The paid period is over. The organization works until the license expires.',
    expired: 'The organization can be read and not changed until a newer license is applied.',
    invalid: 'The organization may stop working. Each rule it fails is named below.',
  },
  problems: 'Rules it fails',
  cloudId: 'Organization on the cloud',
  code: 'Name for programs',
  apply: 'Apply another license',
  applyTitle: (name: string) => `Apply another license to ${name}`,
  applyWhy:
    'It takes the place of the one before, unless it fails a rule: then nothing changes and every rule is named.',
  file: 'License file',
  fileHelp: 'The JSON file an owner downloads from the cloud.',
  applied: (name: string) => `The license of ${name} is applied`,
  toSync: 'Connections and sync',
  toOrganization: 'Open the organization',
  server: {
    approved: 'Approved',
    waiting: 'Waits for approval',
    refused: 'Removed by an owner',
  },
  serverExplained:
    'An owner of the organization approves and removes servers, under Subscription in the Admin Console.',
  download: 'Download license',
  downloaded: (name: string) => `The license of ${name} is downloaded`,
  toInstallations: 'Installations',
  cut: (n: number) =>
    plural(n, { one: 'Only the first is shown.', other: 'Only the first # are shown.' }),
}
