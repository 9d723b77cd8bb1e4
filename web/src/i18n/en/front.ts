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
}
