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

async function post(server: Server, step: string, body: object): Promise<void> {
  const answer = await fetch(`${server.url}${PATH}/${step}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${step}: ${answer.status} ${await answer.text()}`)
}
