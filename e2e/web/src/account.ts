import { randomUUID } from 'node:crypto'
import { DEFAULT_KDF } from '../../../web/src/crypto/kdf'
import { operations } from '../../../web/src/crypto/operations'
import type { Server } from './server'

const PATH = '/identity/accounts/register'

/** Somebody with an account, and the master password they chose. */
export interface Account {
  email: string
  name: string
  password: string
}

/**
 * Makes an account as a mailed link does, without a browser: for stories that begin with one. Those
 * of signing up use the pages.
 */
export async function register(server: Server, who: Account): Promise<void> {
  const { email, name, password } = who
  await post(server, 'send-verification-email', { email, name })
  const link = await server.mailedLink(email, 'finish-signup')
  const keys = await operations().prepareSignUp({ email, password })
  await post(server, 'finish', {
    email,
    name,
    masterPasswordHint: null,
    emailVerificationToken: new URLSearchParams(link.split('?')[1]).get('token'),
    masterPasswordAuthentication: keys.authentication,
    masterPasswordUnlock: keys.unlock,
    userAsymmetricKeys: {
      publicKey: keys.publicKey,
      encryptedPrivateKey: keys.encryptedPrivateKey,
    },
  })
}

/** What lets a program in as an account of `register`, as another client of theirs would be let in. */
export async function accessToken(server: Server, who: Account): Promise<string> {
  const { email, password } = who
  const hash = await operations().deriveForLogin({ email, password, kdf: DEFAULT_KDF })
  const answer = await fetch(`${server.url}/identity/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'cli',
      scope: 'api offline_access',
      username: email,
      password: hash,
      deviceType: '8',
      deviceIdentifier: randomUUID(),
      deviceName: 'story',
    }),
  })
  if (!answer.ok) throw new Error(`log in: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { access_token: string }).access_token
}

async function post(server: Server, step: string, body: object): Promise<void> {
  const answer = await fetch(`${server.url}${PATH}/${step}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${step}: ${answer.status} ${await answer.text()}`)
}
