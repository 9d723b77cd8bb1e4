import { type Operations, operations } from '../../../web/src/crypto/operations'
import type { Account } from '../src/account'
import type { Server } from '../src/server'

type Answer = Record<string, unknown>

/** How many calls are on their way at once. */
const SIDE_BY_SIDE = 8

/** Somebody signed in without a browser, with their keys: who fills a server before it is measured. */
export class Caller {
  private constructor(
    private readonly server: Server,
    private readonly bearer: string,
    /** What the web app does with keys, over theirs. */
    readonly crypto: Operations,
  ) {}

  /** Signs in with the master password. */
  static async of(server: Server, { email, password }: Account): Promise<Caller> {
    const crypto = operations()
    const asked = await answered(`${server.url}/identity/accounts/prelogin/password`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    })
    const kdf = asked.kdfSettings as { kdfType: number; iterations: number }
    const settings = { ...kdf, memory: null, parallelism: null }
    const hash = await crypto.deriveForLogin({ email, password, kdf: settings })
    const granted = await answered(`${server.url}/identity/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'web',
        scope: 'api offline_access',
        username: email,
        password: hash,
        deviceType: '9',
        deviceIdentifier: globalThis.crypto.randomUUID(),
        deviceName: 'chrome',
      }),
    })
    await crypto.openAccount({
      wrappedUserKey: String(granted.Key),
      wrappedPrivateKey: String(granted.PrivateKey),
    })
    return new Caller(server, String(granted.access_token), crypto)
  }

  /** What a route answers; nothing where it answers nothing. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer> {
    return answered(`${this.server.url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.bearer}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }
}

/** Does `act` for every number below `count`, several at a time. */
export async function each(count: number, act: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) await act(at)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
}

async function answered(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`)
  return text === '' ? {} : (JSON.parse(text) as Answer)
}
