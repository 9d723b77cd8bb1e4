import { number } from './number'
import { plural } from './plural'

/** How a company's own server and its cloud stay in step: the panel, its steps and its runs. */
export const licensing = {
  title: 'Sync',
  status: {
    ok: 'In sync',
    waiting: 'Changes waiting',
    running: 'Syncing',
    failing: 'Failing',
    late: 'Late',
    never: 'Never synced',
    off: 'Cloud communication is off',
    notConnected: 'Not connected',
    disabled: 'Switched off',
    noToken: 'No token yet',
    newToken: 'New token not used yet',
  },
  explained: {
    ok: 'Everything here is known on the other side.',
    waiting: 'What changed is sent at the next sync.',
    running: 'A sync is under way.',
    failing: 'The last sync failed. It is tried again by itself.',
    late: 'No sync has come for longer than a day.',
    never: 'There has been no sync yet.',
    off: 'The operator of this server allows it with globalSettings__enableCloudCommunication=true.',
    notConnected: 'An owner enters the billing sync token under Manage billing sync.',
    disabled: 'An owner switched the connection off.',
    noToken: 'Set up billing sync to get a token for your server.',
    newToken: 'The token was rotated. Enter the new one on your server.',
  },
  pending: 'Changes waiting',
  failingSince: 'Failing since',
  failures: (n: number) => plural(n, { one: '# failed run', other: '# failed runs in a row' }),
  lastLicense: 'Last license sync',
  cloudOrganization: 'Organization on the cloud',
  now: 'Sync now',
  done: 'Synced',
  step: {
    setUp: 'Everything is set up here',
    reach: 'The cloud answers',
    signIn: 'The cloud accepts this server',
    token: 'The billing sync token is accepted',
    sponsorships: 'Sponsorships are exchanged',
    license: 'The license is compared',
  },
  cure: {
    cloud_communication_off:
      'The operator of this server sets globalSettings__enableCloudCommunication=true and restarts it.',
    cloud_none: 'The operator of this server enters its installation ID and key.',
    no_connection: 'Enter the billing sync token of the organization on the cloud.',
    connection_disabled: 'Switch the connection on under Manage billing sync.',
    billing_token_unreadable: 'Enter the billing sync token again.',
    cloud_unreachable:
      'The firewall must let this server reach the cloud. The operator’s portal lists every host.',
    cloud_unreadable:
      'Something between this server and the cloud answers in its place. Look at proxies and at the cloud’s addresses in the settings.',
    cloud_unknown: 'Correct the addresses of the cloud in the settings.',
    cloud_busy: 'Nothing to do: it is tried again by itself.',
    cloud_unauthorized:
      'Check installation ID and key, and the region they were made in. A disabled installation is refused too.',
    billing_key_wrong: 'The token was rotated on the cloud. Enter the new one here.',
    organization_unknown:
      'Apply the current license: it names the organization on the cloud. Check the region too.',
    installation_not_approved:
      'An owner approves this server on the cloud: Subscription, Servers that have the license.',
    installation_removed:
      'An owner approves this server again on the cloud: Subscription, Servers that have the license.',
    no_license: 'Upload a license first.',
    license_key_wrong: 'Download the license from the cloud again and upload it here.',
    license_too_small: 'Free what the new license no longer gives, or buy it; then sync again.',
    license_in_use:
      'Another organization here uses this license: remove it, or get another license.',
    license_invalid:
      'Look at the reasons: a wrong installation ID, a clock that is off, or a server that is too old.',
    subscription_ended: 'Renew the subscription on the cloud.',
    plan_without_self_host: 'Choose a plan on the cloud that can be self-hosted.',
  } as Record<string, string>,
  trigger: {
    change: 'Something changed',
    daily: 'Daily',
    manual: 'By hand',
    peer: 'By the server',
  } as Record<string, string>,
  licenseOutcome: { unchanged: 'unchanged', updated: 'updated', failed: 'not synced' } as Record<
    string,
    string
  >,
  carried: (sent: number, received: number) => `${number(sent)} sent, ${number(received)} received`,
  notTaken: (n: number) =>
    plural(n, { one: '# not accepted by the cloud', other: '# not accepted by the cloud' }),
  ofLicense: (outcome: string) => `license ${outcome}`,
  meaning: 'Meaning',
  tokenMade: 'Token made',
  tokenUsed: 'Token last used',
}
