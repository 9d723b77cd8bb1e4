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
}
