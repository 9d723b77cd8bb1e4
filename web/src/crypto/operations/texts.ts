import { utf8 } from '../bytes'
import { type Refusal, refusalOf } from '../error'
import { decryptText, type KeyRef, type Keyring } from '../keyring'
import { SymmetricKey } from '../symmetric'

/** An encrypted text, and the key it belongs to. */
export interface EncryptedText {
  key: KeyRef
  text: string
  /** What it belongs to, for the message when it cannot be read. */
  of?: string
}

/** What became of one text: in the clear, or why not. */
export type Reading = { text: string } | { refusal: Refusal }

/** Texts under the keys in hand. */
export const textOperations = (keyring: Keyring) => ({
  encryptText: (key: KeyRef, text: string): Promise<string> =>
    keyring.using(key, (found) => found.encrypt(utf8(text))),

  encryptMany: (key: KeyRef, texts: readonly string[]): Promise<string[]> =>
    keyring.using(key, (found) => Promise.all(texts.map((text) => found.encrypt(utf8(text))))),

  /** @throws CryptoError when it cannot be read. */
  decryptText: ({ key, text, of }: EncryptedText): Promise<string> =>
    keyring.using(key, (found) => decryptText(found, text, of ?? null)),

  /** Every text, in the same order; one that cannot be read does not keep the others back. */
  async decryptMany(texts: readonly EncryptedText[]): Promise<Reading[]> {
    const keys = new Map<string, Promise<SymmetricKey>>()
    const find = (ref: KeyRef): Promise<SymmetricKey> => {
      const name = JSON.stringify(ref)
      const found = keys.get(name) ?? keyring.find(ref)
      keys.set(name, found)
      return found
    }
    const read = async ({ key, text, of }: EncryptedText): Promise<Reading> => {
      try {
        return { text: await decryptText(await find(key), text, of ?? null) }
      } catch (cause) {
        return { refusal: refusalOf(cause) }
      }
    }
    try {
      return await Promise.all(texts.map(read))
    } finally {
      for (const [name, key] of keys)
        if (name.startsWith('{"item"')) await key.then((found) => found.wipe()).catch(() => {})
    }
  },

  /** A key for one item, wrapped by the key it will live under. */
  newItemKey: (of: 'user' | { organization: string }): Promise<string> =>
    keyring.using(of, async (owner) => {
      const key = SymmetricKey.generate()
      try {
        return await owner.wrap(key)
      } finally {
        key.wipe()
      }
    }),
})
