import { plural } from './plural'

/** Pages of whoever is not signed in. */
export const front = {
  email: 'E-mail address',
  password: 'Master password',
  backToLogIn: 'Back to log in',
  logIn: {
    title: 'Log in',
    lead: 'Use the e-mail address of your account.',
    leadPassword: (email: string) => `Log in as ${email}.`,
    remember: 'Remember this address on this device',
    another: 'Use another address',
    submit: 'Log in',
    hint: 'Get the password hint',
    newHere: 'New here?',
    signUp: 'Create an account',
    loggedOut: 'You are logged out. No key is left on this device.',
    passwordChanged: 'Your master password was changed. Log in with the new one.',
    emailChanged: 'Your e-mail address was changed. Log in with the new one.',
    keyRotated: 'Your account has a new key. Log in again, here and on your other devices.',
    comeBack: 'Log in to continue to the page you asked for.',
  },
  connector: {
    title: 'Not available here',
    missing: {
      sso: 'This server does not offer single sign-on yet.',
      webauthn: 'This server does not offer two-step login with a security key yet.',
      passkey: 'This server does not offer logging in with a passkey yet.',
      duo: 'This server does not offer two-step login with Duo yet.',
      proxy: 'This server does not take a sign-in from a proxy yet.',
    },
    unknown: 'This server does not offer what you were led here for.',
    instead: 'Close this window and choose another way to log in, where you came from.',
    logIn: 'Log in here',
  },
  signUp: {
    title: 'Create an account',
    lead: 'First, an address where you read your mail.',
    name: 'Your name',
    nameHelp: 'Organizations you join see it beside your address.',
    haveOne: 'You already have an account?',
    sentTitle: 'Check your e-mail',
    sent: (email: string) =>
      `We sent a message to ${email}. Open the link in it within 30 minutes to continue.`,
    notThereYet:
      'Nothing there yet? Give it a minute and look in the spam folder. After that you can have it sent again.',
    notThere: 'Nothing there? Look in the spam folder, or have it sent again.',
    again: 'Send it again',
    againIn: (seconds: number) =>
      plural(seconds, { one: 'Send it again in # second', other: 'Send it again in # seconds' }),
    sentAgain: 'Sent again.',
    another: 'Use another address',
    closedTitle: 'By invitation only',
    closed:
      'This server does not take new accounts. Ask whoever runs it, or an organization that uses it, to invite you.',
    lapsedTitle: 'This link has expired',
    lapsed: 'It has been used, or is older than 30 minutes. We can send you another one.',
    takenTitle: 'This address already has an account',
    taken: (email: string) => `Log in as ${email}, with the master password of that account.`,
    sendAnother: 'Send another link',
  },
  finish: {
    title: 'Choose your master password',
    lead: (email: string) =>
      `For ${email}. Only this password opens your vault. Nobody else ever learns it, and nobody can reset it.`,
    submit: 'Create the account',
    rules: (organization: string) => `${organization} has stricter rules than this server.`,
    signedIn: (email: string) =>
      `You are logged in as ${email}. Log out first to create another account.`,
    incomplete:
      'The address you opened is not complete. Open the link in the message once more, or ask for another one.',
    made: 'Your account is ready.',
  },
  hint: {
    title: 'Password hint',
    lead: 'We e-mail you the hint you wrote when you chose your master password.',
    submit: 'Send the hint',
    sentTitle: 'Check your e-mail',
    sent: (email: string) =>
      `If there is an account for ${email}, its hint is on the way. An account without a hint gets a message that says so.`,
    lost: 'Without the master password the vault cannot be opened by anybody. If the hint does not help, all you can do is start over.',
    noHelp: 'The password is lost for good?',
    deleteAccount: 'Delete the account and start over',
  },
  deleteByMail: {
    title: 'Delete an account',
    lead: 'For an account you can no longer log in to. A link that deletes it goes to its address.',
    hintFirst:
      'Nobody can open its vault without the master password. To start over with the same address, this account has to be deleted first.',
    consequences: 'What is lost',
    vault: 'Every item and folder of its own vault.',
    organizations: 'Its place in every organization. What those share stays theirs.',
    forever: 'Nobody can bring it back, neither you nor whoever runs this server.',
    mailLink: 'Send the link',
    sent: (email: string) =>
      `If there is an account for ${email}, a link that deletes it is on the way. It is good for a day, and nothing is deleted until you confirm it there.`,
    confirmTitle: 'Delete this account for good?',
    confirm: (email: string) => `The account of ${email} goes at once.`,
    typed: 'Type the address of the account',
    mismatch: (email: string) => `This is not ${email}.`,
    submit: 'Delete the account',
    doneTitle: 'The account is deleted',
    done: (email: string) =>
      `Nothing is left of the account of ${email}. Its address is free for a new one.`,
    refusedTitle: 'Nothing was deleted',
    refused:
      'A link works once, for a day, and no longer after the account has changed. We can send you another one.',
  },
  twoStep: {
    title: 'Two-step login',
    authenticator: 'Type the six digits that your authenticator app shows for this account.',
    mailed: (address: string) => `We sent a code to ${address}. It works for 10 minutes.`,
    mailing: (address: string) => `A code is on its way to ${address}.`,
    notMailed: 'No code could be sent.',
    code: 'Code',
    remember: 'Do not ask again on this device for 30 days',
    another: 'Other ways',
    methods: {
      authenticator: 'Code of the authenticator app',
      email: 'Code by e-mail',
      duo: 'Duo',
      yubikey: 'YubiKey',
      webauthn: 'Security key',
    },
    recovery: 'Recovery code',
    resend: 'Send another code',
    resendIn: (seconds: number) =>
      plural(seconds, {
        one: 'Send another code in # second',
        other: 'Send another code in # seconds',
      }),
    resent: 'Another code is on its way.',
    notHere: (methods: string) =>
      `Your account asks for this, which cannot be used here yet: ${methods}. Use the recovery code, or another app.`,
    startAgain: 'Start again',
    left: 'This login was left half done. Start again.',
  },
  newDevice: {
    title: 'Is this you?',
    lead: (email: string) =>
      `You have not used this device before. We sent a code to ${email}; it works for 10 minutes.`,
    why: 'Two-step login replaces this question. You can set it up once you are in.',
    submit: 'Continue',
  },
  renew: {
    title: 'Choose a better master password',
    lead: 'An organization you belong to asks for a stronger one than yours. Choose it now, then continue where you were going.',
    effect: 'Your other devices are logged out. Log in there with the new one.',
    submit: 'Change it and continue',
    done: 'Your master password was changed.',
  },
  recoverTwoStep: {
    title: 'Use the recovery code',
    lead: 'The recovery code logs you in without your second step, and turns two-step login off. Set it up again afterwards.',
    code: 'Recovery code',
    codeHelp: 'The 32 characters you kept when you set two-step login up. Spaces do not matter.',
    submit: 'Log in and turn two-step login off',
    done: 'Two-step login is off. Set it up again.',
  },
  verifyEmail: {
    title: 'Verify your address',
    done: 'Your e-mail address is verified. There is nothing more to do.',
    refused: 'This link has expired, or belongs to an address you no longer use.',
    again: 'You can have another one sent from your home page.',
  },
  join: {
    title: (organization: string) => `Join ${organization}`,
    anOrganization: 'an organization',
    invites: (organization: string, email: string) => `${organization} invites ${email}.`,
    effect: 'Members use the items the organization shares. Your own vault stays yours alone.',
    submit: (organization: string) => `Join ${organization}`,
    recovery: (organization: string) => `${organization} recovers the accounts of its members`,
    recoveryAllow: 'Its administrators may recover my account',
    recoveryMissing: 'The organization only accepts members who agree to this.',
    logIn: 'Log in to join',
    signUp: 'Create an account to join',
    incomplete: 'The address you opened is not complete. Open the link in the message once more.',
    lapsedTitle: 'This invitation is no longer valid',
    lapsed: (organization: string) =>
      `It is too old, was taken back, or was replaced by a newer one. Administrators of ${organization} can send you another one.`,
    otherTitle: 'This invitation is for someone else',
    other: (invited: string, own: string) =>
      `It was sent to ${invited}, and you are logged in as ${own}.`,
    change: 'Log out and use the other account',
    doneTitle: 'Invitation accepted',
    done: (organization: string) =>
      `Next, an administrator of ${organization} confirms you and gives you its key. We will write to you when that is done.`,
    memberTitle: (organization: string) => `You are a member of ${organization}`,
    member: 'There is nothing more to do.',
    twoStep: (organization: string) =>
      `${organization} asks its members for two-step login, and yours is off. Set it up, then open the link once more.`,
    setUpTwoStep: 'Set up two-step login',
    single: (organization: string, others: string) =>
      `Members of ${organization} may belong to no other organization, and you belong to ${others}. Leave it first, or join with another account.`,
    own: 'Go to my organizations',
    home: 'Go to my home page',
  },
}
