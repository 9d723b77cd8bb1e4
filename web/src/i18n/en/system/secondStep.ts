import { plural } from '../plural'

/** The operator's own second step. */
export const secondStep = {
  title: 'Second step',
  lead: 'After the mailed link, signing in asks for a code of your authenticator app.',
  on: 'On',
  off: 'Off',
  since: (when: string) => `On since ${when}.`,
  offWhy: 'Whoever reads your mail can sign in to this portal. An authenticator app prevents that.',
  left: (n: number) =>
    plural(n, { one: '# recovery code is left.', other: '# recovery codes are left.' }),
  none: 'No recovery code is left: make new ones.',
  setUp: 'Set up an authenticator',
  scan: 'Scan this with your authenticator app, or type the key. Then enter the code it shows.',
  qr: 'QR code of the key',
  key: 'Key',
  code: 'Code',
  codeHelp: 'Six digits of the app.',
  anyCode: 'Code of the app, or a recovery code',
  confirm: 'Turn on',
  turnedOn: 'Signing in asks for a code from now on',
  recoveryTitle: 'Recovery codes',
  recoveryKeep:
    'Each works once, in place of a code of the app. They are shown only now: keep them where you find them without your phone.',
  recoveryKept: 'I have kept them',
  renew: 'New recovery codes',
  renewWhy: 'The codes from before stop working.',
  turnOff: 'Turn off',
  turnOffTitle: 'Turn the second step off?',
  turnOffWhy: 'A mailed link alone signs you in then.',
  turnedOff: 'The second step is off',
  lost: 'Without the app and the codes, the command “wardstead admin operator reset-second-step” on the server takes the second step away.',
  askedLead: 'Enter the code your authenticator app shows, or a recovery code.',
  signIn: 'Sign in',
}
