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
    comeBack: 'Log in to go on to the page you asked for.',
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
    lead: 'First, an address where letters reach you.',
    name: 'Your name',
    nameHelp: 'Organizations you join see it beside your address.',
    haveOne: 'You already have an account?',
    sentTitle: 'Look into your mailbox',
    sent: (email: string) =>
      `We sent a letter to ${email}. The link in it leads on, and is good for 30 minutes.`,
    notThere: 'Nothing there? Look among unwanted mail, or have it sent again.',
    again: 'Send it again',
    sentAgain: 'Sent again.',
    another: 'Use another address',
    closedTitle: 'By invitation only',
    closed:
      'This server does not take new accounts. Ask whoever runs it, or an organization that uses it, to invite you.',
    lapsedTitle: 'This link has lapsed',
    lapsed: 'It was used already, or is older than 30 minutes. We can send you another.',
    takenTitle: 'This address already has an account',
    taken: (email: string) => `The account of ${email} exists. Log in with its master password.`,
    sendAnother: 'Send another link',
  },
  finish: {
    title: 'Choose your master password',
    lead: (email: string) =>
      `For ${email}. It alone opens your vault, nobody else ever learns it, and nobody can reset it.`,
    submit: 'Create the account',
    rules: (organization: string) => `${organization} asks for more than we do of everybody.`,
    signedIn: (email: string) =>
      `You are logged in as ${email}. Log out first to create another account.`,
    incomplete:
      'The address you opened is not complete. Open the link from the letter once more, or ask for another.',
    made: 'Your account is ready.',
  },
  hint: {
    title: 'Password hint',
    lead: 'We mail the hint you wrote when you chose your master password.',
    submit: 'Mail the hint',
    sentTitle: 'Look into your mailbox',
    sent: (email: string) =>
      `If there is an account for ${email}, its hint is on the way. An account without a hint gets a letter that says so.`,
    lost: 'Without the master password the vault cannot be opened by anybody. If the hint does not help, you can only begin anew.',
    noHelp: 'You will not find it again?',
    deleteAccount: 'Delete the account and begin anew',
  },
  deleteByMail: {
    title: 'Delete an account',
    lead: 'For an account you can no longer log in to. A link that deletes it goes to its address.',
    hintFirst:
      'Nobody can open its vault without the master password. To begin anew with the same address, the account has to go first.',
    consequences: 'What is lost',
    vault: 'Every item and folder of its own vault.',
    organizations: 'Its place in every organization. What those share stays theirs.',
    forever: 'Nobody can bring it back, neither you nor whoever runs this server.',
    mailLink: 'Mail the link',
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
      'A link is good for a day and once only, and lapses when the account changes. You can have another mailed.',
  },
  twoStep: {
    title: 'Two-step login',
    authenticator: 'Type the six digits that your authenticator app shows for this account.',
    mailed: (address: string) => `We mailed a code to ${address}. It is good for 10 minutes.`,
    mailing: (address: string) => `A code is on its way to ${address}.`,
    notMailed: 'No code could be mailed.',
    code: 'Code',
    remember: 'Do not ask again on this device for 30 days',
    another: 'Other ways',
    methods: {
      authenticator: 'Code of the authenticator app',
      email: 'Code by mail',
      duo: 'Duo',
      yubikey: 'YubiKey',
      webauthn: 'Security key',
    },
    recovery: 'Recovery code',
    resend: 'Mail another code',
    resendIn: (seconds: number) =>
      plural(seconds, {
        one: 'Mail another code in # second',
        other: 'Mail another code in # seconds',
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
      `You have not used this device before. We mailed a code to ${email}; it is good for 10 minutes.`,
    why: 'Two-step login replaces this question. You can set it up once you are in.',
    submit: 'Go on',
  },
  renew: {
    title: 'Choose a better master password',
    lead: 'An organization you belong to asks for a stronger one than yours. Choose it now, then go on to where you were going.',
    effect: 'Your other devices are logged out, and log in with the new one.',
    submit: 'Change it and go on',
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
    refused: 'This link has lapsed, or belongs to an address you no longer use.',
    again: 'Log in to have another sent; your home page offers it.',
  },
  join: {
    title: (organization: string) => `Join ${organization}`,
    anOrganization: 'an organization',
    invites: (organization: string, email: string) => `${organization} invites ${email}.`,
    effect: 'Members use the items the organization shares. Your own vault stays yours alone.',
    submit: (organization: string) => `Join ${organization}`,
    recovery: (organization: string) => `${organization} recovers the accounts of its members`,
    recoveryAllow: 'Its administrators may recover my account',
    recoveryMissing: 'Without this, the organization takes nobody.',
    logIn: 'Log in to join',
    signUp: 'Create an account to join',
    incomplete: 'The address you opened is not complete. Open the link from the letter once more.',
    lapsedTitle: 'This invitation is no longer good',
    lapsed: (organization: string) =>
      `It is too old, was taken back, or was replaced by a newer one. Administrators of ${organization} can send you another.`,
    otherTitle: 'This invitation is for somebody else',
    other: (invited: string, own: string) =>
      `It was sent to ${invited}, and you are logged in as ${own}.`,
    change: 'Log out and use the other account',
    doneTitle: 'You accepted',
    done: (organization: string) =>
      `Next, an administrator of ${organization} confirms you and hands you its key. We mail you when that is done.`,
    memberTitle: (organization: string) => `You are a member of ${organization}`,
    member: 'There is nothing more to do.',
    twoStep: (organization: string) =>
      `${organization} asks its members for two-step login, and yours is off. Set it up, then open the link once more.`,
    setUpTwoStep: 'Set up two-step login',
    single: (organization: string, others: string) =>
      `Members of ${organization} may belong to no other organization, and you belong to ${others}. Leave it first, or join with another account.`,
    home: 'Go to my home page',
  },
}
