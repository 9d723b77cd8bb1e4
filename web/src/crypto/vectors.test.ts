// @vitest-environment node
import { describe, expect, it } from 'vitest'
import encryptedStrings from '../../../fixtures/crypto/encrypted-strings.json'
import fingerprints from '../../../fixtures/crypto/fingerprints.json'
import masterKeys from '../../../fixtures/crypto/master-keys.json'
import wrappedKeys from '../../../fixtures/crypto/wrapped-keys.json'
import { type Bytes, fromBase64, toHex, utf8 } from './bytes'
import { expand } from './expand'
import { fingerprint } from './fingerprint'
import { MasterKey, saltOf } from './kdf'
import { decryptText } from './keyring'
import { SymmetricKey } from './symmetric'
import { KeyPair, wrapFor } from './wrapping'

const hex = (digits: string): Bytes =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

function keyOf(digits: string): SymmetricKey {
  const key = SymmetricKey.from(hex(digits))
  if (!key) throw new Error('no key')
  return key
}

describe('a password gives the same keys everywhere', () => {
  it.each(masterKeys.cases)('$kdf for “$email”', async (expected) => {
    expect(saltOf(expected.email)).toBe(expected.salt)
    const master = await MasterKey.derive(expected.password, expected.salt, expected.kdf)
    expect(await master.authenticationHash()).toBe(expected.authenticationHash)
    expect(toHex((await master.stretched()).bytes)).toBe(expected.stretchedKey)
  })
})

describe('a server cannot ask for a hash that is easy to guess from', () => {
  it.each(masterKeys.refused)('$why', async ({ kdf }) => {
    const deriving = MasterKey.derive('correct horse battery staple', 'owner@example.com', kdf)
    await expect(deriving).rejects.toThrow('masterKey: kdf')
  })
})

describe('encrypted strings', () => {
  const key = keyOf(encryptedStrings.key)

  it('are recorded under the id of their key', async () => {
    expect(await key.id()).toBe(encryptedStrings.keyId)
  })

  it.each(encryptedStrings.cases)('write and read “$plain” as others do', async (expected) => {
    const plain = utf8(expected.plain)
    expect(await key.encryptWith(hex(expected.iv), plain)).toBe(expected.encrypted)
    expect(await decryptText(key, expected.encrypted)).toBe(expected.plain)
    expect(await decryptText(key, await key.encrypt(plain))).toBe(expected.plain)
  })

  it.each(encryptedStrings.refused)('are refused when $why', async ({ encrypted }) => {
    await expect(key.decrypt(encrypted, 'text')).rejects.toThrow(/shape|refused|unauthenticated/)
  })
})

describe('wrapped keys', () => {
  const owner = keyOf(wrappedKeys.userKey)
  const pair = () => KeyPair.unwrap(wrappedKeys.wrappedPrivateKey, owner)

  it('come with the public half of the private one', async () => {
    expect((await pair()).publicKey).toBe(wrappedKeys.publicKey)
  })

  it.each(wrappedKeys.cases)('open for their owner alone: $encrypted', async (expected) => {
    const unwrapped = await (await pair()).unwrapKey(expected.encrypted, 'organizationKey')
    expect(toHex(unwrapped.bytes)).toBe(expected.key)

    const other = SymmetricKey.generate()
    const stranger = await KeyPair.generate(other)
    const strange = await KeyPair.unwrap(stranger.wrappedPrivateKey, other)
    await expect(strange.unwrapKey(expected.encrypted, 'organizationKey')).rejects.toThrow(
      'organizationKey: refused',
    )
    const again = await wrapFor(wrappedKeys.publicKey, unwrapped)
    expect(toHex((await (await pair()).unwrapKey(again, 'organizationKey')).bytes)).toBe(
      expected.key,
    )
  })

  it.each(wrappedKeys.refused)('are refused when $why', async ({ encrypted }) => {
    const opening = (await pair()).unwrapKey(encrypted, 'organizationKey')
    await expect(opening).rejects.toThrow(/shape|refused/)
  })

  it.each(wrappedKeys.legacy)('are read when they are $wraps', async (expected) => {
    const unwrapped = await (await pair()).unwrapKey(expected.encrypted, 'organizationKey')
    expect(toHex(unwrapped.bytes)).toBe(expected.key)
  })
})

describe('fingerprints', () => {
  it.each(fingerprints.cases)('$words', async ({ publicKey, id, hash, words }) => {
    expect(toHex(await expand(fromBase64(publicKey) ?? utf8(''), id))).toBe(hash)
    expect(await fingerprint(publicKey, id)).toEqual(words)
  })

  it('are of no use for what is no public key', async () => {
    await expect(fingerprint('no key', 'id')).rejects.toThrow('publicKey: shape')
  })
})
