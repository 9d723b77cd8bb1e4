import { toBase64, wipe } from '../bytes'
import { CryptoError } from '../error'
import type { Keyring } from '../keyring'
import { SymmetricKey } from '../symmetric'
import { wrapFor } from '../wrapping'
import { authenticationHash, type Credentials, passwordData } from './password'

/** JSON as the server has it. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type JsonObject = { [name: string]: Json }

/** An item of the person's own as a sync has it; its id tells which when it cannot be read. */
export interface OwnItem extends JsonObject {
  id: string
}

/**
 * Somebody who holds the user key for the day it is needed, and their public key. The server names
 * it: who has not compared its fingerprint hands the key to whom the server likes.
 */
export interface Holder {
  publicKey: string
}

/** Everything the old user key reaches. What is left out here would be lost. */
export interface Rotation extends Credentials {
  hint: string | null
  /** The private key as the profile has it. */
  wrappedPrivateKey: string
  ciphers: readonly OwnItem[]
  folders: readonly OwnItem[]
  sends: readonly OwnItem[]
  /** Organizations that may recover the account. */
  recoveries: readonly (Holder & { organizationId: string })[]
  /** Trusted devices: their public key, as the old user key wrapped it. */
  devices: readonly { id: string; encryptedPublicKey: string }[]
  /** Confirmed emergency contacts. */
  contacts: readonly (Holder & { id: string; type: number; waitTimeDays: number })[]
}

/** Encrypted strings of any type. Those of an old one are refused where they are moved. */
const ENCRYPTED = /^\d+\.[A-Za-z0-9+/]{16,}=*(\||$)/

/** One text or key under the new key. Its bytes are not looked at: some are no text. */
async function moved(
  encrypted: string,
  old: SymmetricKey,
  next: SymmetricKey,
  id: string,
): Promise<string> {
  const plain = await old.decrypt(encrypted, 'text', id)
  try {
    return await next.encrypt(plain)
  } finally {
    wipe(plain)
  }
}

/** `value` with every encrypted string in it under the new key. */
async function movedWithin(
  value: Json,
  move: (encrypted: string) => Promise<string>,
): Promise<Json> {
  if (typeof value === 'string') return ENCRYPTED.test(value) ? move(value) : value
  if (Array.isArray(value)) return Promise.all(value.map((one) => movedWithin(one, move)))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(async ([name, one]) => [
    name,
    await movedWithin(one, move),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

/** The new key for a trusted device, whose public key only the old one can read. */
async function trusted(device: Rotation['devices'][number], old: SymmetricKey, next: SymmetricKey) {
  const publicKey = await old.decrypt(device.encryptedPublicKey, 'publicKey', device.id)
  return {
    deviceId: device.id,
    encryptedUserKey: await wrapFor(toBase64(publicKey), next),
    encryptedPublicKey: await next.encrypt(publicKey),
  }
}

/** Another user key for the account, and everything the old one reached under it. */
export const rotationOperations = (keyring: Keyring) => ({
  /**
   * The whole request of a rotation, in the protocol's form. The pair of keys stays: others know its
   * public half. Anything that cannot be read stops it, since it could never be read again.
   *
   * @throws CryptoError
   */
  async rotateUserKey(all: Rotation) {
    const { user: old, pair } = keyring.account
    const next = SymmetricKey.generate()
    try {
      const move = (id: string) => (encrypted: string) => moved(encrypted, old, next, id)
      const item = async (one: OwnItem): Promise<Json> => {
        // an item with a key of its own needs no more than that one moved
        if (typeof one.key === 'string') return { ...one, key: await move(one.id)(one.key) }
        return movedWithin(one, move(one.id))
      }
      const wrapNext = (holder: Holder) => wrapFor(holder.publicKey, next)
      const wrappedPrivateKey = await moved(all.wrappedPrivateKey, old, next, 'privateKey')
      const [proof, data, newUserKeyId, ciphers, folders, sends] = await Promise.all([
        authenticationHash(all),
        passwordData(all, next),
        next.id(),
        Promise.all(all.ciphers.map(item)),
        Promise.all(
          all.folders.map(({ id, name }) => movedWithin({ id, name: name ?? null }, move(id))),
        ),
        Promise.all(all.sends.map(item)),
      ])
      const { kdf, salt } = data.unlock
      return {
        oldMasterKeyAuthenticationHash: proof,
        accountUnlockData: {
          masterPasswordUnlockData: {
            kdfType: kdf.kdfType,
            kdfIterations: kdf.iterations,
            kdfMemory: kdf.memory ?? null,
            kdfParallelism: kdf.parallelism ?? null,
            email: salt,
            masterPasswordSalt: salt,
            masterKeyAuthenticationHash: data.authentication.masterPasswordAuthenticationHash,
            masterKeyEncryptedUserKey: data.unlock.masterKeyWrappedUserKey,
            masterPasswordHint: all.hint,
            containedKeyId: newUserKeyId,
          },
          emergencyAccessUnlockData: await Promise.all(
            all.contacts.map(async ({ publicKey, ...contact }) => ({
              ...contact,
              keyEncrypted: await wrapNext({ publicKey }),
            })),
          ),
          organizationAccountRecoveryUnlockData: await Promise.all(
            all.recoveries.map(async ({ publicKey, organizationId }) => ({
              organizationId,
              resetPasswordKey: await wrapNext({ publicKey }),
            })),
          ),
          passkeyUnlockData: [],
          deviceKeyUnlockData: await Promise.all(
            all.devices.map((device) => trusted(device, old, next)),
          ),
        },
        accountKeys: {
          accountPublicKey: pair.publicKey,
          userKeyEncryptedAccountPrivateKey: wrappedPrivateKey,
          publicKeyEncryptionKeyPair: { publicKey: pair.publicKey, wrappedPrivateKey },
        },
        accountData: { ciphers, folders, sends },
        newUserKeyId,
      }
    } finally {
      next.wipe()
    }
  },

  /** Which of the person's own things cannot be read, and would be lost by a rotation. */
  async unreadable(items: readonly OwnItem[]): Promise<string[]> {
    const { user } = keyring.account
    const lost = items.map(async (one) => {
      const read = async (encrypted: string): Promise<string> => {
        wipe(await user.decrypt(encrypted, 'text', one.id))
        return encrypted
      }
      try {
        await (typeof one.key === 'string' ? read(one.key) : movedWithin(one, read))
        return []
      } catch (cause) {
        if (cause instanceof CryptoError && cause.reason !== 'locked') return [one.id]
        throw cause
      }
    })
    return (await Promise.all(lost)).flat()
  },
})
