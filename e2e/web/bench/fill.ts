import { type Caller, each } from './caller'

/** Yearly, for enterprises. */
const ENTERPRISE = 20
/** The most addresses one call invites, and the most members one call changes here. */
const INVITED = 20
const REVOKED = 500
/** Every so many members was revoked, so that a filter by status has something to do. */
const ONE_IN = 10

/** Writes logins into the vault of `caller` as the web app does: each with a key of its own. */
export async function fillVault(caller: Caller, count: number): Promise<void> {
  const { crypto } = caller
  await each(count, async (at) => {
    const key = await crypto.newItemKey('user')
    const address = `https://site-${at % 700}.example/`
    const texts = [`Site ${mixed(at)}`, `person${at}@example.com`, `pass-${at}`, address]
    const [name, username, password, uri] = await crypto.encryptMany(
      { item: key, of: 'user' },
      texts,
    )
    const login = { username, password, totp: null, uris: [{ uri, match: null }] }
    const body = { type: 1, key, name, notes: null, reprompt: 0, favorite: false, login }
    await caller.call('POST', '/api/ciphers', body)
  })
}

/** Makes an organization with `count` people invited besides its owner; answers its id. */
export async function fillOrganization(
  caller: Caller,
  name: string,
  billingEmail: string,
  count: number,
): Promise<string> {
  const keys = await caller.crypto.newOrganization('All')
  const made = await caller.call('POST', '/api/organizations', {
    ...keys,
    name,
    billingEmail,
    planType: ENTERPRISE,
    additionalSeats: count + 1,
  })
  const users = `/api/organizations/${made.id}/users`
  await each(Math.ceil(count / INVITED), async (round) => {
    const first = round * INVITED
    const length = Math.min(INVITED, count - first)
    const emails = Array.from({ length }, (_, at) => `person-${mixed(first + at)}@example.com`)
    // every fifth call invites administrators
    await caller.call('POST', `${users}/invite`, {
      emails,
      type: round % 5 === 0 ? 1 : 2,
      collections: [],
    })
  })
  const members = (await caller.call('GET', users)).data as { id: string; status: number }[]
  const ids = members.filter(({ status }, at) => status === 0 && at % ONE_IN === 0)
  for (let at = 0; at < ids.length; at += REVOKED)
    await caller.call('PUT', `${users}/revoke`, {
      ids: ids.slice(at, at + REVOKED).map(({ id }) => id),
    })
  return String(made.id)
}

/** A number of five digits that is another for every `at`, in no order. */
const mixed = (at: number): string => String((at * 7919) % 100_003).padStart(5, '0')
