// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toBase64, utf8 } from './bytes'
import { operations } from './operations'
import type { SignUpKeys } from './operations/account'
import type { OwnItem, Rotation } from './operations/rotation'
import { SymmetricKey } from './symmetric'
import { KeyPair } from './wrapping'

const kdf = { kdfType: 0, iterations: 5000, memory: null, parallelism: null }
const who = { email: 'owner@example.com', password: 'correct horse battery staple', kdf }

let keys: SignUpKeys
let all: ReturnType<typeof operations>
let plainItem: OwnItem
let keyedItem: OwnItem
let send: OwnItem

beforeAll(async () => {
  all = operations()
  keys = await all.prepareSignUp(who)
  await all.unlock({
    ...who,
    wrappedUserKey: keys.unlock.masterKeyWrappedUserKey,
    wrappedPrivateKey: keys.encryptedPrivateKey,
  })
  const text = (plain: string) => all.encryptText('user', plain)
  plainItem = {
    id: 'plain',
    type: 1,
    favorite: true,
    key: null,
    revisionDate: '2026-11-21T14:00:00.000Z',
    name: await text('Bank'),
    login: {
      username: await text('élodie'),
      uris: [{ uri: await text('https://a'), match: null }],
    },
    fields: null,
  }
  const item = await all.newItemKey('user')
  const key = { item, of: 'user' } as const
  keyedItem = { id: 'keyed', key: item, name: await all.encryptText(key, 'Mail') }
  send = { id: 'send', key: await text('\u0000sixteen bytes..'), name: '2.of|its|own key' }
})

const rotation = (more: Partial<Rotation> = {}): Rotation => ({
  ...who,
  hint: 'horse',
  wrappedPrivateKey: keys.encryptedPrivateKey,
  ciphers: [plainItem, keyedItem],
  folders: [],
  sends: [send],
  recoveries: [],
  devices: [],
  contacts: [],
  ...more,
})

/** What a base64 text stands for, under the user key as it is: read by way of another pair. */
async function bytesUnderUserKey(text: string): Promise<string> {
  const holding = SymmetricKey.generate()
  const made = await KeyPair.generate(holding)
  const pair = await KeyPair.unwrap(made.wrappedPrivateKey, holding)
  const user = await pair.unwrapKey(await all.wrapUserKeyFor(made.publicKey), 'userKey')
  return user.encrypt(fromBase64(text) ?? utf8(''))
}

/** The account as it is after a rotation. */
async function rotated(body: Awaited<ReturnType<typeof all.rotateUserKey>>) {
  const next = operations()
  const opened = await next.unlock({
    ...who,
    wrappedUserKey: body.accountUnlockData.masterPasswordUnlockData.masterKeyEncryptedUserKey,
    wrappedPrivateKey: body.accountKeys.publicKeyEncryptionKeyPair.wrappedPrivateKey,
  })
  return { next, opened }
}

describe('a rotation', () => {
  it('opens with the same password, keeps the pair and has another key', async () => {
    const body = await all.rotateUserKey(rotation())
    const { opened } = await rotated(body)
    expect(opened).toEqual({ publicKey: keys.publicKey, userKeyId: body.newUserKeyId })
    expect(body.oldMasterKeyAuthenticationHash).toBe(
      keys.authentication.masterPasswordAuthenticationHash,
    )
    expect(body.accountKeys.accountPublicKey).toBe(keys.publicKey)
    const { masterPasswordUnlockData } = body.accountUnlockData
    expect(masterPasswordUnlockData).toMatchObject({
      email: who.email,
      kdfType: 0,
      kdfIterations: 5000,
      masterPasswordHint: 'horse',
      masterKeyAuthenticationHash: keys.authentication.masterPasswordAuthenticationHash,
    })
    const old = await all.encryptText('user', 'before')
    const { next } = await rotated(body)
    await expect(next.decryptText({ key: 'user', text: old })).rejects.toThrow('text: refused')
  })

  it('moves everything, and changes nothing else', async () => {
    const folder = { id: 'folder', name: await all.encryptText('user', 'Work'), revisionDate: 'x' }
    const body = await all.rotateUserKey(rotation({ folders: [folder] }))
    const { next } = await rotated(body)
    const read = (text: unknown) => next.decryptText({ key: 'user', text: String(text) })

    const [plain, keyed] = body.accountData.ciphers as [OwnItem, OwnItem]
    const login = plain.login as { username: string; uris: [{ uri: string; match: null }] }
    expect(await read(plain.name)).toBe('Bank')
    expect(await read(login.username)).toBe('élodie')
    expect(await read(login.uris[0].uri)).toBe('https://a')
    expect(plain).toMatchObject({ id: 'plain', type: 1, favorite: true, key: null, fields: null })
    expect(plain.revisionDate).toBe(plainItem.revisionDate)

    expect(keyed.name).toBe(keyedItem.name)
    const key = { item: String(keyed.key), of: 'user' } as const
    expect(await next.decryptText({ key, text: String(keyed.name) })).toBe('Mail')

    const [moved] = body.accountData.sends as [OwnItem]
    expect(await read(moved.key)).toBe('\u0000sixteen bytes..')
    expect(moved.name).toBe(send.name)

    const [named] = body.accountData.folders as [OwnItem]
    expect(Object.keys(named)).toEqual(['id', 'name'])
    expect(await read(named.name)).toBe('Work')
  })

  it('hands the new key to those who hold the old', async () => {
    const holding = SymmetricKey.generate()
    const made = await KeyPair.generate(holding)
    const pair = await KeyPair.unwrap(made.wrappedPrivateKey, holding)
    const { publicKey } = made
    const body = await all.rotateUserKey(
      rotation({
        recoveries: [{ organizationId: 'acme', publicKey }],
        contacts: [{ id: 'contact', type: 1, waitTimeDays: 7, publicKey }],
      }),
    )
    const { next } = await rotated(body)
    const {
      organizationAccountRecoveryUnlockData: [recovery],
      emergencyAccessUnlockData: [contact],
    } = body.accountUnlockData
    expect(recovery).toMatchObject({ organizationId: 'acme' })
    expect(contact).toMatchObject({ id: 'contact', type: 1, waitTimeDays: 7 })
    expect(contact).not.toHaveProperty('publicKey')
    for (const wrapped of [recovery?.resetPasswordKey, contact?.keyEncrypted]) {
      const user = await pair.unwrapKey(wrapped ?? '', 'userKey')
      const text = await user.encrypt(utf8('read me'))
      expect(await next.decryptText({ key: 'user', text })).toBe('read me')
    }
  })

  it('hands the new key to trusted devices, and keeps what they are known by', async () => {
    const holding = SymmetricKey.generate()
    const made = await KeyPair.generate(holding)
    const pair = await KeyPair.unwrap(made.wrappedPrivateKey, holding)
    // a device keeps the bytes of its public key, which are no text, under the user key
    const wrapped = await bytesUnderUserKey(made.publicKey)
    const body = await all.rotateUserKey(
      rotation({ devices: [{ id: 'phone', encryptedPublicKey: wrapped }] }),
    )
    const { next } = await rotated(body)
    const [device] = body.accountUnlockData.deviceKeyUnlockData
    expect(device).toMatchObject({ deviceId: 'phone' })
    const user = await pair.unwrapKey(device?.encryptedUserKey ?? '', 'userKey')
    const text = await user.encrypt(utf8('read me'))
    expect(await next.decryptText({ key: 'user', text })).toBe('read me')
    const again = await user.decrypt(device?.encryptedPublicKey ?? '', 'publicKey')
    expect(toBase64(again)).toBe(made.publicKey)
  })

  it('knows beforehand what it would lose', async () => {
    const foreign = await SymmetricKey.generate().encrypt(utf8('lost'))
    const lost = { id: 'lost', login: { uris: [{ uri: foreign }] }, name: plainItem.name ?? null }
    const keyed = { id: 'lost key', key: foreign }
    expect(await all.unreadable([plainItem, lost, keyedItem, keyed])).toEqual(['lost', 'lost key'])
    expect(await all.unreadable([plainItem, keyedItem])).toEqual([])
  })

  it('stops at what could never be read again', async () => {
    const foreign = await SymmetricKey.generate().encrypt(utf8('lost'))
    const cases: [string, Partial<Rotation>, string][] = [
      ['an item', { ciphers: [{ id: 'lost', name: foreign }] }, 'text lost: refused'],
      ['an item’s key', { ciphers: [{ id: 'lost', key: foreign }] }, 'text lost: refused'],
      ['a folder', { folders: [{ id: 'lost', name: foreign }] }, 'text lost: refused'],
      ['a send', { sends: [{ id: 'lost', key: foreign }] }, 'text lost: refused'],
      [
        'what an old program wrote',
        { ciphers: [{ id: 'old', name: `0${foreign.slice(1)}` }] },
        'text old: unauthenticated',
      ],
      [
        'a device',
        { devices: [{ id: 'phone', encryptedPublicKey: foreign }] },
        'publicKey phone: refused',
      ],
      ['the private key', { wrappedPrivateKey: foreign }, 'text privateKey: refused'],
      [
        'a holder without a key',
        { recoveries: [{ organizationId: 'acme', publicKey: 'none' }] },
        'publicKey: shape',
      ],
    ]
    for (const [name, more, reason] of cases)
      await expect(all.rotateUserKey(rotation(more)), name).rejects.toThrow(reason)
  })
})
