import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person, signIn, signInRoutes } from '../../test/person'
import { Answered, serve } from '../../test/server'
import { crypto, type OrganizationKeys } from '../crypto'
import { beginSession, lock, logOut, profileQuery, serverConfigQuery, syncQuery, unlock } from '.'

let queries: QueryClient
let keys: OrganizationKeys

const acme = { organization: 'acme' }
const organizations = () => [
  { id: 'acme', key: keys.key },
  { id: 'strange', key: 'no key' },
  { id: 'pending', key: null },
]
const routes = {
  ...signInRoutes,
  'GET /api/accounts/profile': () => ({ id: person.id, organizations: organizations() }),
  'GET /api/sync': () => ({ profile: { organizations: organizations() }, ciphers: [] }),
}

beforeAll(() => beginSession())

beforeEach(async () => {
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  serve(routes)
  await signIn()
  keys = await crypto.newOrganization('Default collection')
})

afterEach(() => logOut())

const readable = () => crypto.decryptText({ key: acme, text: keys.collectionName })

describe('the profile', () => {
  it('brings the keys of its organizations, and tells which did not open', async () => {
    await expect(readable()).rejects.toThrow('organizationKey acme: noKey')
    const { unreadable } = await queries.fetchQuery(profileQuery())
    expect(unreadable).toEqual([{ reason: 'shape', object: 'organizationKey', id: 'strange' }])
    expect(await readable()).toBe('Default collection')
  })

  it('waits while the vault is locked', async () => {
    await lock()
    const asked = serve(routes)
    const profile = queries.fetchQuery(profileQuery())
    await unlock(person.password)
    expect(await profile).toMatchObject({ id: person.id })
    expect(asked.filter(({ path }) => path.endsWith('profile'))).toHaveLength(1)
    expect(await readable()).toBe('Default collection')
  })

  it('is fetched to the end although the vault was locked meanwhile', async () => {
    let locking: Promise<void> | null = null
    serve({
      ...routes,
      'GET /api/accounts/profile': () => {
        locking = lock()
        return { id: person.id, organizations: organizations() }
      },
    })
    const profile = queries.fetchQuery(profileQuery())
    await expect.poll(() => locking).not.toBeNull()
    await locking
    await unlock(person.password)
    expect(await profile).toMatchObject({ id: person.id })
    expect(await readable()).toBe('Default collection')
  })

  it('is no longer waited for when nobody wants it', async () => {
    await lock()
    const profile = queries.fetchQuery(profileQuery())
    await queries.cancelQueries({ queryKey: ['profile'] })
    await expect(profile).rejects.toThrow()
  })
})

describe('a sync', () => {
  it('brings the keys too, and leaves the domains out', async () => {
    const asked = serve(routes)
    await queries.fetchQuery(syncQuery())
    expect(asked[0]?.query.get('excludeDomains')).toBe('true')
    expect(await readable()).toBe('Default collection')
  })
})

describe('a call', () => {
  it('names the protocol, or the newer kinds of items would stay away', async () => {
    const asked = serve(routes)
    await queries.fetchQuery(syncQuery())
    expect(asked[0]?.headers.get('Bitwarden-Client-Version')).toMatch(/^2026\.9\.\d+$/)
  })
})

describe('the server', () => {
  const config = (cloudRegion: string | null, disableUserRegistration = false) => ({
    version: '2026.8.0',
    environment: { cloudRegion, vault: 'https://vault.example.com' },
    settings: { disableUserRegistration },
  })

  it('is somebody’s own when it names no region', async () => {
    const cases = [
      ['EU', false],
      ['US', false],
      [null, true],
    ] as const
    for (const [region, selfHosted] of cases) {
      serve({ 'GET /api/config': () => config(region) })
      queries.clear()
      const said = await queries.fetchQuery(serverConfigQuery())
      expect(said).toMatchObject({ region, selfHosted, registrationOpen: true })
    }
  })

  it('says whether people may sign up', async () => {
    serve({ 'GET /api/config': () => config(null, true) })
    const said = await queries.fetchQuery(serverConfigQuery())
    expect(said.registrationOpen).toBe(false)
  })

  it('is asked again after it did not answer', async () => {
    serve({ 'GET /api/config': () => new Answered(503) })
    await expect(queries.fetchQuery(serverConfigQuery())).rejects.toMatchObject({ status: 503 })
  })
})
