import { plural } from './plural'

/** Sentences of the area `session`: passwords, keys, and who is signed in. */
export const session = {
  ended: 'Your session has ended. Log in again.',
  endedElsewhere:
    'Your session was ended from another device or browser, for example because the master password, the e-mail address or the encryption key was changed there, or all sessions were ended. Log in again.',
  wrongPassword: 'This is not your master password.',
  wrongLogIn: 'The e-mail address or the master password is not correct.',
  wrongCode: 'This code is not correct, or no longer valid.',
  noMasterPassword: 'This account has no master password and cannot be opened here.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  keepsChanging: 'Your vault keeps changing. Close it on your other devices, and try again.',
  /** Letting the administrators of an organization recover an account. */
  recovery: {
    card: 'Fingerprint phrase',
    cardAbout:
      'Members see these words before they allow the organization to recover their account. Read yours to them: if they are the same, nobody is listening in between.',
    effect: (organization: string) =>
      `Administrators of ${organization} can then set another master password for you, and read your vault with it.`,
    compared: 'I compared the words: they are the same',
    compareFirst: 'Whoever these words belong to gets the key of your account. Compare them first.',
    phraseOf: (organization: string) => `Fingerprint phrase of ${organization}`,
    compare:
      'An administrator finds the same words in the settings of the organization. If they differ, somebody is listening in between.',
  },
  lockAfter: {
    label: 'Lock after',
    minutes: (n: number) =>
      plural(n, { one: '# minute without activity', other: '# minutes without activity' }),
    hours: (n: number) =>
      plural(n, { one: '# hour without activity', other: '# hours without activity' }),
    never: 'Never while this tab is open',
  },
  /** What a `CryptoError` is about. */
  cryptoObject: {
    masterKey: 'the master password',
    userKey: 'your account key',
    privateKey: 'your private key',
    publicKey: 'the public key',
    organizationKey: "the organization's key",
    providerKey: "the provider's key",
    itemKey: "the item's key",
    text: 'an encrypted text',
  },
  /** Why a `CryptoError` was thrown. */
  cryptoReason: {
    shape: (object: string) => `This is not in a form we can read: ${object}.`,
    unauthenticated: (object: string) =>
      `The server sent a form that is no longer safe, and it was not read: ${object}.`,
    refused: (object: string) => `This belongs to another key, or was altered: ${object}.`,
    kdf: (object: string) =>
      `The server asks for an unsafe or impossible key derivation, and nothing was sent: ${object}.`,
    wrongPassword: () => 'This is not your master password.',
    locked: () => 'The vault is locked.',
    noKey: (object: string) => `You do not have the key: ${object}.`,
    broken: () => 'The browser could not do its part of the encryption. Reload the page.',
  },
  /** What stands around signed-in pages. */
  frame: {
    places: 'Go to',
    own: 'My vault',
    newOrganization: 'New organization',
    settings: 'Settings',
    lock: 'Lock now',
    logOut: 'Log out',
    toHome: 'Go to my home page',
    notAMember:
      'You are not a member of the organization of this address, or it no longer exists. Its owners can invite you.',
  },
  unlock: {
    title: 'Your vault is locked',
    lead: (email: string) =>
      `You are still logged in as ${email}. Your master password brings you back to where you were.`,
    password: 'Master password',
    submit: 'Unlock',
    logOut: 'Log out and use another account',
  },
  /** Choosing a master password. */
  newPassword: {
    label: 'Master password',
    again: 'Master password, once more',
    hint: 'Hint',
    hintHelp:
      'Sent to you when you ask for it. Others may see it, so never write the password here.',
    strength: 'Strength',
    nothingYet: 'Several words that nobody would expect together make a good password.',
    requirements: 'What it needs',
    requirement: {
      length: (n: number) => `At least ${n} characters`,
      strength: (word: string) => `Strength “${word}” or better`,
      upper: 'A capital letter',
      lower: 'A small letter',
      digits: 'A digit',
      signs: 'Another sign, such as - or !',
    },
    missing: 'Something is still missing: see the list below.',
    mismatch: 'The two are not the same.',
    hintTells: 'The hint gives the password away.',
    weak: 'This password is easy to guess. Choose a better one, or confirm below that you want it.',
    acceptWeak: 'Use it although it is easy to guess',
  },
  strength: {
    scores: ['Very weak', 'Weak', 'Fair', 'Good', 'Strong'],
    warnings: {
      straightRow: 'Keys in a row are guessed at once.',
      keyPattern: 'Short patterns on the keyboard are guessed at once.',
      simpleRepeat: 'A repeated character adds next to nothing.',
      extendedRepeat: 'A repeated group of characters adds next to nothing.',
      sequences: 'Sequences such as “abc” are guessed at once.',
      recentYears: 'Recent years are easy to guess.',
      dates: 'Dates are easy to guess.',
      topTen: 'This is one of the ten most used passwords.',
      topHundred: 'This is one of the hundred most used passwords.',
      common: 'This is a widely used password.',
      similarToCommon: 'This resembles a widely used password.',
      wordByItself: 'A single word is easy to guess.',
      namesByThemselves: 'A name by itself is easy to guess.',
      commonNames: 'Common names are easy to guess.',
      userInputs: 'It contains something that is known of you or of this page.',
      pwned: 'This password was found in a data leak.',
    },
    suggestions: {
      l33t: 'Swapping letters for look-alikes, such as @ for a, does not help.',
      reverseWords: 'Words spelled backwards do not help.',
      allUppercase: 'Capitals throughout do not help.',
      capitalization: 'Use capitals elsewhere than at the beginning.',
      dates: 'Avoid dates that belong to you.',
      recentYears: 'Avoid recent years.',
      associatedYears: 'Avoid years that belong to you.',
      sequences: 'Avoid sequences.',
      repeated: 'Avoid repetitions.',
      longerKeyboardPattern: 'If you use a pattern of keys, make it longer and turn often.',
      anotherWord: 'Add more words that nobody would expect together.',
      useWords: 'Use several words, but no well-known phrase.',
      noNeed: 'Symbols, digits and capitals are not necessary.',
      pwned: 'If you use this password elsewhere, change it there.',
    },
  },
}
