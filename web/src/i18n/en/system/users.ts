import { plural } from '../plural'

/** Accounts, as the operator sees them. */
export const users = {
  title: 'Users',
  state: (total: number, disabled: number) => {
    const all = plural(total, { one: '# account', other: '# accounts' })
    return disabled === 0
      ? `${all}, all of which may sign in.`
      : plural(disabled, {
          one: `${all}, # of which may not sign in.`,
          other: `${all}, # of which may not sign in.`,
        })
  },
  empty: 'There is no account yet',
  emptyWhy: 'Accounts appear here when people sign up or accept an invitation.',
  columns: {
    email: 'E-mail address',
    name: 'Name',
    status: 'Status',
    verified: 'Address verified',
    twoStep: 'Two-step login',
    premium: 'Premium',
    organizations: 'Organizations',
    created: 'Created',
    active: 'Last active',
  },
  filter: 'Show',
  filters: {
    unverified: 'Not verified',
    twoStep: 'With two-step login',
    noTwoStep: 'Without two-step login',
    disabled: 'Disabled',
  },
  enabled: 'Enabled',
  disabled: 'Disabled',
  disabledSince: (when: string) => `May not sign in since ${when}.`,
  unverified: 'Address not verified',
  facts: {
    id: 'Account id',
    language: 'Language of mails',
    premiumUntil: (date: string) => `yes, until ${date}`,
    password: 'Master password',
    set: 'Set',
    notSet: 'Not set',
    keys: 'Public and private keys',
    derivation: 'Key derivation',
    derived: (how: string, rounds: string) => `${how}, ${rounds} rounds`,
    sessions: 'Open sessions',
    changed: 'Last change',
  },
  devices: 'Devices',
  noDevices: 'No device has signed in yet',
  device: 'Device',
  kind: 'Kind',
  known: 'Known since',
  memberOf: 'Organizations',
  noOrganizations: 'Member of no organization',
  organization: 'Organization',
  since: 'Since',
  deeds: 'What operators did here',
  actions: {
    verify: 'Send the verification link',
    disable: 'Disable',
    enable: 'Enable',
    delete: 'Delete account',
    history: 'Audit of this account',
  },
  verifySent: (email: string) => `The link is on its way to ${email}`,
  enabledNow: (email: string) => `${email} may sign in again`,
  disabledNow: (email: string) => `${email} may not sign in any more`,
  deleted: (email: string) => `The account ${email} is deleted`,
  disableTitle: (email: string) => `Disable ${email}?`,
  disableWhy: (sessions: number) =>
    plural(sessions, {
      one: '# open session ends at once, and this person may not sign in any more.',
      other: '# open sessions end at once, and this person may not sign in any more.',
    }),
  disableUndo:
    'Nothing is deleted. Enabling the account undoes it; the person then signs in again.',
  deleteTitle: (email: string) => `Delete the account ${email}?`,
  deleteWhy: 'Their vault and everything of their own is deleted. This cannot be undone.',
  deletePlaces: (names: string, n: number) =>
    `${plural(n, { one: 'They leave # organization', other: 'They leave # organizations' })}: ${names}.`,
  deleteOwner: 'It is refused while an organization would be left without an owner.',
}
