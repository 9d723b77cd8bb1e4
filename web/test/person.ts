import { crypto, type SignUpKeys } from '../src/crypto'
import { logIn } from '../src/session'
import { Answered, type Asked } from './server'

/** Somebody with an account on the server in memory. */
export const person = {
  id: '6a1f0c4e-0b5e-4d3a-9a63-1c2d3e4f5a6b',
  email: 'owner@example.com',
  name: 'Élodie',
  password: 'correct horse battery staple',
  kdf: { kdfType: 0, iterations: 5000, memory: null, parallelism: null },
} as const

/** What was sent to a route: the fields of a form, or of JSON as plain as one. */
export type Form = Readonly<Record<string, string | undefined>>

export const formOf = ({ body }: Asked): Form => (body ?? {}) as Form

let made: Promise<SignUpKeys> | null = null

/** The keys of their account. */
export function personKeys(): Promise<SignUpKeys> {
  made ??= crypto.prepareSignUp(person)
  return made
}

const base64url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

let tokens = 0

/** The access token granted last. */
export function lastToken(): string {
  const { id: sub, email, name } = person
  return `head.${base64url(JSON.stringify({ sub, email, name }))}.${tokens}`
}

/** What the server grants them: a new access token each time, for an hour. */
export async function granted(more: object = {}): Promise<object> {
  const keys = await personKeys()
  tokens += 1
  return {
    access_token: lastToken(),
    expires_in: 3600,
    token_type: 'Bearer',
    refresh_token: 'refresh',
    Key: keys.unlock.masterKeyWrappedUserKey,
    PrivateKey: 'older name',
    AccountKeys: {
      publicKeyEncryptionKeyPair: { wrappedPrivateKey: keys.encryptedPrivateKey },
    },
    ...more,
  }
}

/** The token endpoint, for their right password and for a refresh. */
export async function token(form: Form): Promise<unknown> {
  if (form.grant_type === 'refresh_token') return granted()
  const { authentication } = await personKeys()
  if (form.password === authentication.masterPasswordAuthenticationHash) return granted()
  return new Answered(400, {
    error: 'invalid_grant',
    error_description: 'invalid_username_or_password',
    ErrorModel: { Message: 'Username or password is incorrect. Try again.', Object: 'error' },
  })
}

/** The routes of signing in, for `serve`. */
export const signInRoutes = {
  'POST /identity/accounts/prelogin/password': () => ({
    kdfSettings: person.kdf,
    salt: person.email,
  }),
  'POST /identity/connect/token': (asked: Asked) => token(formOf(asked)),
  'POST /api/accounts/key-management/user-key-id': () => null,
} as const

/** Signs them in, on a server with `signInRoutes`. */
export async function signIn(): Promise<void> {
  await logIn({ email: person.email, password: person.password })
}
