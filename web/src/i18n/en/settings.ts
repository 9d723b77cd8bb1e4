import { plural } from './plural'

/** The settings of a person. */
export const settings = {
  saved: 'Saved.',
  proof: {
    current: 'Master password',
    why: 'Your master password, to be sure that it is you.',
  },
  account: {
    title: 'Account',
    state: (since: string) => `Yours since ${since}.`,
    profile: 'Profile',
    name: 'Name',
    nameHelp: 'Organizations you belong to see it beside your address.',
    email: 'E-mail address',
    emailAbout: 'You log in with it, and letters go there.',
    verified: 'Verified',
    unverified: 'Not verified yet',
    verify: 'Mail the link that verifies it',
    verifySent: (email: string) =>
      `A letter is on its way to ${email}. Its link is good for a day.`,
    others: 'Who you are to others',
    fingerprint: 'Fingerprint phrase',
    fingerprintHelp:
      'Whoever confirms you in an organization sees these words. Read yours to them, on the telephone for example: when they are the same, nobody stands between you.',
    id: 'Account id',
    danger: 'Danger zone',
    delete: 'Delete the account',
    deleteAbout:
      'Your vault and your place in every organization are gone at once. This cannot be undone.',
  },
  remove: {
    title: 'Delete this account for good?',
    consequences: 'What is lost',
    vault: 'Every item and folder of your own vault, and what you shared by links.',
    organizations: (n: number, names: string) =>
      plural(n, {
        one: `Your place in # organization: ${names}.`,
        other: `Your place in # organizations: ${names}.`,
      }),
    owner: 'An organization that has no other owner keeps the account from being deleted.',
    typed: 'Type the address of the account',
    mismatch: (email: string) => `This is not ${email}.`,
    submit: 'Delete the account',
  },
  security: {
    title: 'Security',
    state: 'What opens your vault, and when it closes.',
    password: 'Master password',
    passwordAbout:
      'A new one ends every session, on this device too. Nobody can reset it: write it down, and keep that where you keep valuables.',
    current: 'Present master password',
    next: 'New master password',
    submit: 'Change the master password',
    lock: 'Locking',
    lockAbout:
      'A locked vault asks for the master password. Its keys are gone from memory; forms you began to fill stay.',
    derivation: 'Key derivation',
    derivationAbout:
      'How your master password becomes a key. More work here makes guessing dearer, and logging in slower on old devices. A change ends every session.',
    pbkdf2: (iterations: string) => `Now PBKDF2 with ${iterations} rounds.`,
    argon2id: (iterations: string, memory: string, lanes: string) =>
      `Now Argon2id with ${iterations} rounds, ${memory} MiB and ${lanes} lanes.`,
    low: 'This is less than is recommended today.',
    algorithm: 'Algorithm',
    pbkdf2Name: 'PBKDF2 with SHA-256',
    pbkdf2About: 'Known to every program, old ones too.',
    argon2idName: 'Argon2id',
    argon2idAbout: 'Also needs memory, which makes guessing dearer still. Recommended.',
    iterations: 'Rounds',
    memory: 'Memory',
    memoryUnit: 'MiB',
    lanes: 'Lanes',
    derivationSubmit: 'Change the key derivation',
    everywhere: 'All sessions',
    everywhereAbout:
      'Ends every session of your account: browsers, apps, extensions, command lines. Devices that were remembered ask for the second step again.',
    everywhereSubmit: 'Log out everywhere',
    everywhereTitle: 'Log out on every device?',
    everywhereEffect: 'This one too. Each asks for the master password again.',
  },
  devices: {
    title: 'Devices',
    state: (n: number) =>
      plural(n, {
        one: 'Your account is used on # device.',
        other: 'Your account is used on # devices.',
      }),
    device: 'Device',
    here: 'This one',
    active: 'Last active',
    since: 'First login',
    trusted: 'Trusted',
    logOut: 'Log out',
    logOutOf: (name: string) => `Log out: ${name}`,
    logOutTitle: (name: string) => `Log out on ${name}?`,
    logOutEffect:
      'Its session ends within minutes. The next login there counts as one on a new device.',
    loggedOut: (name: string) => `Logged out: ${name}.`,
    none: 'No devices',
    noneAbout: 'Devices appear here as soon as you log in on them.',
    kind: {
      web: (browser: string) => `Web app in ${browser}`,
      extension: (browser: string) => `Extension for ${browser}`,
      app: (system: string) => `App for ${system}`,
      program: (system: string) => `Program for ${system}`,
      commands: (system: string) => `Command line on ${system}`,
      sdk: 'Another program',
      server: 'A server',
      unknown: 'Unknown kind',
    },
  },
  keys: {
    title: 'API key',
    state: 'Lets the command line and scripts log in as you, without a second step.',
    card: 'Personal API key',
    about:
      'Whoever has it can log in as you, but still needs the master password to read the vault. Keep it as you keep a password.',
    show: 'Show the key',
    rotate: 'Replace the key',
    rotateTitle: 'Replace the API key?',
    rotateEffect: 'The present one stops working at once, in every script that uses it.',
    rotated: 'Replaced. The old key no longer works.',
    shownTitle: 'Your API key',
    clientId: 'Client id',
    clientSecret: 'Client secret',
    scope: 'Scope',
    grant: 'Grant',
  },
  appearance: {
    title: 'Appearance',
    state: 'For this device alone, and in force at once.',
    theme: 'Theme',
    themes: {
      system: 'As the system has it',
      light: 'Light',
      dark: 'Dark',
      contrast: 'High contrast',
    },
    themesAbout: {
      system: 'Follows light and dark, and asks for more contrast when the system does.',
      light: 'Dark words on a light ground.',
      dark: 'Light words on a dark ground.',
      contrast: 'Stronger edges and colours; light or dark as the system has it.',
    },
    density: 'Density',
    densities: {
      comfortable: 'Comfortable',
      standard: 'Standard',
      compact: 'Compact',
    },
    densitiesAbout: {
      comfortable: 'More room between rows.',
      standard: 'A balance.',
      compact: 'More rows on the screen.',
    },
    keys: 'Keyboard',
    singleKeys: 'Shortcuts of a single letter',
    singleKeysAbout:
      'Such as “n” for something new. Switch them off if you speak to your device, or press keys by accident. Ctrl+K stays.',
  },
  language: {
    title: 'Language',
    state: 'For this app, for letters to you and for what the server answers.',
    label: 'Language of the app',
  },
}
