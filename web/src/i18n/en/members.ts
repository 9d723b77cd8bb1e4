import { plural } from './plural'

/** Members of an organization. */
export const members = {
  title: 'Members',
  state: (n: number, waiting: number) =>
    waiting === 0
      ? plural(n, { one: '# member.', other: '# members.' })
      : `${plural(n, { one: '# member', other: '# members' })}, ${plural(waiting, { one: '# to confirm.', other: '# to confirm.' })}`,
  waiting: (n: number) =>
    plural(n, {
      one: '# person has accepted and waits for you to confirm them.',
      other: '# people have accepted and wait for you to confirm them.',
    }),
  empty: 'Nobody is here yet',
  emptyWhy: 'Invite the first member by e-mail.',
  columns: {
    name: 'Name',
    email: 'E-mail address',
    status: 'Status',
    role: 'Role',
    twoStep: 'Two-step login',
    since: 'Since',
  },
  status: {
    [-1]: 'Revoked',
    0: 'Invited',
    1: 'Needs confirmation',
    2: 'Confirmed',
  } as Record<number, string>,
  role: { 0: 'Owner', 1: 'Administrator', 2: 'User', 4: 'Custom' } as Record<number, string>,
  roleHelp: {
    0: 'Everything, billing and deletion included',
    1: 'Members, policies and settings',
    2: 'Items of their collections',
  } as Record<number, string>,
  on: 'On',
  off: 'Off',
  you: 'you',
  actions: {
    invite: 'Invite members',
    resend: 'Resend invitation',
    confirm: 'Confirm',
    edit: 'Change role',
    revoke: 'Revoke access',
    restore: 'Restore access',
    remove: 'Remove',
    many: {
      resend: (n: number) => plural(n, { one: 'Resend #', other: 'Resend #' }),
      confirm: (n: number) => plural(n, { one: 'Confirm #', other: 'Confirm #' }),
      revoke: (n: number) => plural(n, { one: 'Revoke #', other: 'Revoke #' }),
      restore: (n: number) => plural(n, { one: 'Restore #', other: 'Restore #' }),
      remove: (n: number) => plural(n, { one: 'Remove #', other: 'Remove #' }),
    },
  },
  why: {
    notInvited: 'is not waiting for an invitation',
    notAccepted: 'does not need confirmation',
    notActive: 'is revoked already',
    notRevoked: 'is not revoked',
    yourself: 'is yourself',
  },
  invite: {
    title: 'Invite members',
    addresses: 'E-mail addresses',
    help: 'One on each line, or separated by commas. Up to 20 at once.',
    tooMany: 'At most 20 at once.',
    malformed: (list: string) => `Not an e-mail address: ${list}`,
    role: 'Role',
    submit: (n: number) => plural(n, { one: 'Invite # person', other: 'Invite # people' }),
    done: (n: number) => plural(n, { one: '# invitation sent', other: '# invitations sent' }),
  },
  confirm: {
    title: (name: string) => `Confirm ${name}?`,
    why: 'Ask them for their fingerprint phrase, in person or by phone. If it differs, somebody else is answering in their name: do not confirm.',
    phrase: 'Fingerprint phrase',
    theyFind: 'They find it in their settings, under Account.',
    submit: 'The phrase is the same: confirm',
    done: (n: number) => plural(n, { one: '# member confirmed', other: '# members confirmed' }),
    many: (n: number) => plural(n, { one: 'Confirm # member?', other: 'Confirm # members?' }),
    manyWhy: 'Compare each phrase with what they tell you.',
    failed: 'Could not be confirmed',
  },
  edit: { title: (name: string) => `Role of ${name}`, done: 'Role changed' },
  revoke: {
    title: (n: number) =>
      plural(n, { one: 'Revoke access?', other: 'Revoke access of # members?' }),
    why: 'They keep their account and lose the organization’s items until you restore access.',
    done: 'Access revoked',
  },
  restored: 'Access restored',
  resent: 'The invitation is on its way',
  remove: {
    title: (n: number) => plural(n, { one: 'Remove member?', other: 'Remove # members?' }),
    why: 'They lose the organization’s items, and what they sponsor ends with its period. To come back, they have to be invited again.',
    done: 'Removed',
  },
}
