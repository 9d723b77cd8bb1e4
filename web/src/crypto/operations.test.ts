// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from './bytes'
import { Keyring } from './keyring'
import { operations } from './operations'
import type { SignUpKeys, WrappedAccount } from './operations/account'
import type { Credentials } from './operations/password'
import { SymmetricKey } from './symmetric'
import { KeyPair, wrapFor } from './wrapping'

const QUICK = { kdfType: 0, iterations: 5000, memory: null, parallelism: null }
const OTHER = { kdfType: 1, iterations: 2, memory: 16, parallelism: 1 }

const owner: Credentials = {
  email: ' Owner@Example.com',
  password: 'correct horse battery staple',
  kdf: QUICK,
}
const member: Credentials = { ...owner, email: 'member@example.com' }

let keys: SignUpKeys
let wrapped: WrappedAccount
let memberKeys: SignUpKeys

const wrappedOf = (keys: SignUpKeys): WrappedAccount => ({
  wrappedUserKey: keys.unlock.masterKeyWrappedUserKey,
  wrappedPrivateKey: keys.encryptedPrivateKey,
})

beforeAll(async () => {
  keys = await operations().prepareSignUp(owner)
  wrapped = wrappedOf(keys)
  memberKeys = await operations().prepareSignUp(member)
})

/** A worker with somebody's account open. */
async function opened(who = owner, account = wrapped) {
  const all = operations()
  await all.unlock({ ...who, ...account })
  return all
}

/** An organization made by `all`, its key in hand. */
async function organized(all: ReturnType<typeof operations>, id = 'acme') {
  const made = await all.newOrganization('Default collection')
  expect(await all.setOrganizationKeys([{ id, key: made.key }])).toEqual([])
  return made
}

describe('an account', () => {
  it('is made in the form the protocol has', () => {
    expect(keys.authentication).toEqual({
      kdf: QUICK,
      salt: 'owner@example.com',
      masterPasswordAuthenticationHash: expect.stringMatching(/^[\w+/]{43}=$/),
    })
    expect(keys.unlock.salt).toBe('owner@example.com')
    expect(wrapped.wrappedUserKey).toMatch(/^2\./)
    expect(wrapped.wrappedPrivateKey).toMatch(/^2\./)
  })

  it('opens with what its login derived, once', async () => {
    const all = operations()
    const hash = await all.deriveForLogin(owner)
    expect(hash).toBe(keys.authentication.masterPasswordAuthenticationHash)
    const { publicKey, userKeyId } = await all.openAccount(wrapped)
    expect(publicKey).toBe(keys.publicKey)
    expect(userKeyId).toMatch(/^[0-9a-f]{32}$/)
    await expect(all.openAccount(wrapped)).rejects.toThrow('masterKey: locked')
  })

  it('stays shut for another password, address or account', async () => {
    const cases = [
      { ...owner, password: 'wrong' },
      { ...owner, email: 'somebody@example.com' },
      { ...owner, kdf: OTHER },
      { ...member },
    ]
    for (const who of cases) {
      const all = operations()
      await expect(all.unlock({ ...who, ...wrapped })).rejects.toThrow('userKey: wrongPassword')
      await expect(all.encryptText('user', 'a')).rejects.toThrow('userKey: locked')
    }
  })

  it('stays shut when the private key is another account’s', async () => {
    const mixed = { ...wrapped, wrappedPrivateKey: memberKeys.encryptedPrivateKey }
    const all = operations()
    await expect(all.unlock({ ...owner, ...mixed })).rejects.toThrow('privateKey: refused')
    await expect(all.encryptText('user', 'a')).rejects.toThrow('userKey: locked')
  })

  it('keeps its keys under a new password', async () => {
    const all = await opened()
    const before = await all.unlock({ ...owner, ...wrapped })
    const next = { ...owner, password: 'Élodie aime les chevaux', kdf: OTHER }
    const data = await all.changePassword(next)
    expect(data.unlock.kdf).toEqual(OTHER)
    const changed = { ...wrapped, wrappedUserKey: data.unlock.masterKeyWrappedUserKey }
    await expect(operations().unlock({ ...owner, ...changed })).rejects.toThrow('wrongPassword')
    expect(await operations().unlock({ ...next, ...changed })).toEqual(before)
  })

  it('can be handed to whoever may recover it', async () => {
    const all = await opened()
    const recovering = SymmetricKey.generate()
    const pair = await KeyPair.generate(recovering)
    const handed = await all.wrapUserKeyFor(pair.publicKey)
    const user = await (await KeyPair.unwrap(pair.wrappedPrivateKey, recovering)).unwrapKey(
      handed,
      'userKey',
    )
    const text = await user.encrypt(utf8('read me'))
    expect(await all.decryptText({ key: 'user', text })).toBe('read me')
  })
})

describe('locking', () => {
  it('leaves no key in hand', async () => {
    const all = await opened()
    const text = await all.encryptText('user', 'secret')
    const { collectionName } = await organized(all)
    const acme = { organization: 'acme' }
    await all.lock()
    const tried = [
      all.encryptText('user', 'a'),
      all.decryptText({ key: 'user', text }),
      all.decryptText({ key: acme, text: collectionName }),
      all.newOrganization('a'),
      all.wrapOrganizationKeyFor('acme', memberKeys.publicKey),
      all.wrapUserKeyFor(memberKeys.publicKey),
      all.changePassword(owner),
      all.setOrganizationKeys([]),
      all.ownFingerprint('id'),
      all.openAccount(wrapped),
    ]
    for (const one of tried) await expect(one).rejects.toThrow('locked')
  })

  it('wins over an unlocking that is under way', async () => {
    const all = operations()
    const unlocking = all.unlock({ ...owner, ...wrapped })
    await all.lock()
    await expect(unlocking).rejects.toThrow('userKey: locked')
    await expect(all.encryptText('user', 'a')).rejects.toThrow('userKey: locked')
  })

  it('wins over organization keys that are being opened', async () => {
    const keyring = new Keyring()
    const all = operations(keyring)
    await all.unlock({ ...owner, ...wrapped })
    const { key } = await all.newOrganization('a')
    const setting = all.setOrganizationKeys([{ id: 'acme', key }])
    await all.lock()
    await expect(setting).rejects.toThrow('organizationKey: locked')
    expect(() => keyring.organizations.get('acme')).toThrow('organizationKey acme: noKey')
  })

  it('never wraps a wiped key', async () => {
    const key = SymmetricKey.generate()
    const wrapping = [SymmetricKey.generate().wrap(key), wrapFor(memberKeys.publicKey, key)]
    key.wipe()
    for (const one of wrapping) await expect(one).rejects.toThrow('locked')
  })
})

describe('an organization', () => {
  it('gives its members one key', async () => {
    const all = await opened()
    const { collectionName, keys: pair } = await organized(all)
    expect(pair.encryptedPrivateKey).toMatch(/^2\./)
    const handed = await all.wrapOrganizationKeyFor('acme', memberKeys.publicKey)

    const others = await opened(member, wrappedOf(memberKeys))
    await others.setOrganizationKeys([{ id: 'acme', key: handed }])
    const text = { key: { organization: 'acme' }, text: collectionName }
    expect(await others.decryptText(text)).toBe('Default collection')
  })

  it('gets a pair of its own when it was made without', async () => {
    const all = await opened()
    await organized(all)
    const pair = await all.newOrganizationPair('acme')
    const spki = await all.fingerprint(pair.publicKey, 'acme')
    expect(spki).toHaveLength(5)
    expect(pair.encryptedPrivateKey).toMatch(/^2\./)
  })

  it('is left out when its key does not open, and the others stay', async () => {
    const all = await opened()
    const good = await all.newOrganization('Default collection')
    const strange = await wrapFor(memberKeys.publicKey, SymmetricKey.generate())
    const refusals = await all.setOrganizationKeys([
      { id: 'strange', key: strange },
      { id: 'acme', key: good.key },
      { id: 'broken', key: 'no key' },
    ])
    expect(refusals).toEqual([
      { reason: 'shape', object: 'organizationKey', id: 'broken' },
      { reason: 'refused', object: 'organizationKey', id: 'strange' },
    ])
    const text = { key: { organization: 'acme' }, text: good.collectionName }
    expect(await all.decryptText(text)).toBe('Default collection')
    await expect(all.encryptText({ organization: 'strange' }, 'a')).rejects.toThrow(
      'organizationKey strange: noKey',
    )
  })

  it('is gone when the profile no longer names it', async () => {
    const all = await opened()
    await organized(all)
    await all.setOrganizationKeys([])
    await expect(all.encryptText({ organization: 'acme' }, 'a')).rejects.toThrow('noKey')
  })

  it('keeps a key in use over another reading of the profile', async () => {
    const all = await opened()
    const { key } = await organized(all)
    const [text] = await Promise.all([
      all.encryptText({ organization: 'acme' }, 'a'),
      all.setOrganizationKeys([{ id: 'acme', key }]),
    ])
    expect(await all.decryptText({ key: { organization: 'acme' }, text })).toBe('a')
  })

  it('opens through a provider', async () => {
    const all = await opened()
    const provider = SymmetricKey.generate()
    const client = SymmetricKey.generate()
    const refused = await all.setProviderKeys([
      { id: 'provider', key: await wrapFor(keys.publicKey, provider) },
    ])
    expect(refused).toEqual([])
    const key = await provider.wrap(client)
    expect(await all.setOrganizationKeys([{ id: 'client', key, provider: 'provider' }])).toEqual([])
    const text = await client.encrypt(utf8('of the client'))
    expect(await all.decryptText({ key: { organization: 'client' }, text })).toBe('of the client')
    expect(await all.setOrganizationKeys([{ id: 'client', key, provider: 'other' }])).toEqual([])
    expect(await all.setOrganizationKeys([])).toEqual([])
    expect(await all.setOrganizationKeys([{ id: 'client', key, provider: 'other' }])).toEqual([
      { reason: 'noKey', object: 'providerKey', id: 'other' },
    ])
  })
})

describe('texts', () => {
  it('come back as they were, and never twice alike', async () => {
    const all = await opened()
    for (const text of ['', 'a', 'exactly sixteen!', 'Élodie 👪 \uFEFF', 'x'.repeat(100_000)]) {
      const [one, two] = await all.encryptMany('user', [text, text])
      expect(one).not.toBe(two)
      expect(await all.decryptText({ key: 'user', text: one ?? '' })).toBe(text)
    }
  })

  it('under the key of an item open with it alone', async () => {
    const all = await opened()
    const key = { item: await all.newItemKey('user'), of: 'user' } as const
    const text = await all.encryptText(key, 'secret')
    expect(await all.decryptText({ key, text })).toBe('secret')
    await expect(all.decryptText({ key: 'user', text })).rejects.toThrow('text: refused')
    const other = { item: await all.newItemKey('user'), of: 'user' } as const
    await expect(all.decryptText({ key: other, text })).rejects.toThrow('text: refused')
  })

  it('that cannot be read do not keep the others back', async () => {
    const all = await opened()
    const key = { item: await all.newItemKey('user'), of: 'user' } as const
    const read = await all.decryptMany([
      { key: 'user', text: await all.encryptText('user', 'one') },
      { key: 'user', text: 'not encrypted', of: 'note' },
      { key: 'user', text: '0.aaaa|bbbb', of: 'old' },
      { key: { organization: 'acme' }, text: await all.encryptText('user', 'two'), of: 'shared' },
      { key, text: await all.encryptText(key, 'three') },
      { key, text: await all.encryptText('user', 'four'), of: 'foreign' },
    ])
    expect(read).toEqual([
      { text: 'one' },
      { refusal: { reason: 'shape', object: 'text', id: 'note' } },
      { refusal: { reason: 'unauthenticated', object: 'text', id: 'old' } },
      { refusal: { reason: 'noKey', object: 'organizationKey', id: 'acme' } },
      { text: 'three' },
      { refusal: { reason: 'refused', object: 'text', id: 'foreign' } },
    ])
  })
})
