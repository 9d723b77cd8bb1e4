import { operations } from '../../../web/src/crypto/operations'
import type { Account } from '../src/account'
import type { Server } from '../src/server'

/** How many items are on their way at once. */
const SIDE_BY_SIDE = 8

/** Fills somebody's vault with logins, as the web app writes them: each with a key of its own. */
export async function fill(server: Server, who: Account, count: number): Promise<void> {
  const { email, password } = who
  const all = operations()
  const known = await json(server, '/identity/accounts/prelogin/password', { email })
  const kdf = known.kdfSettings as { kdfType: number; iterations: number }
  const settings = { ...kdf, memory: null, parallelism: null }
  const hash = await all.deriveForLogin({ email, password, kdf: settings })
  const granted = await token(server, email, hash)
  await all.openAccount({
    wrappedUserKey: String(granted.Key),
    wrappedPrivateKey: String(granted.PrivateKey),
  })
  let next = 0
  const write = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      const key = await all.newItemKey('user')
      const host = `site-${at % 700}.example`
      const texts = [`Site ${at}`, `person${at}@example.com`, `pass-${at}`, `https://${host}/`]
      const sealed = await all.encryptMany({ item: key, of: 'user' }, texts)
      const [name, username, secret, uri] = sealed
      const login = { username, password: secret, totp: null, uris: [{ uri, match: null }] }
      const body = { type: 1, key, name, notes: null, reprompt: 0, favorite: false, login }
      await json(server, '/api/ciphers', body, String(granted.access_token))
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, write))
  await all.lock()
}

type Answer = Record<string, unknown>

async function json(server: Server, path: string, body: object, bearer?: string): Promise<Answer> {
  return asked(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify(body),
  })
}

function token(server: Server, email: string, hash: string): Promise<Answer> {
  const form = {
    grant_type: 'password',
    client_id: 'web',
    scope: 'api offline_access',
    username: email,
    password: hash,
    deviceType: '9',
    deviceIdentifier: globalThis.crypto.randomUUID(),
    deviceName: 'chrome',
  }
  return asked(`${server.url}/identity/connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
}

async function asked(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init)
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}
