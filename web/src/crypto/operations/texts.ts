import { utf8 } from '../bytes'
import { type Refusal, refusalOf } from '../error'
import { decryptText, decryptTexts, type KeyRef, type Keyring } from '../keyring'
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
    const readings = new Array<Reading>(texts.length)
    const read = async (ref: KeyRef, places: readonly number[]): Promise<void> => {
      const own = places.map((at) => texts[at]).filter((one) => one !== undefined)
      const encrypted = own.map(({ text }) => text)
      const ids = own.map(({ of }) => of ?? null)
      const found = await keyring
        .using(ref, (key) => decryptTexts(key, encrypted, ids))
        .catch((cause: unknown) => own.map(() => cause))
      for (const [index, at] of places.entries()) {
        const text = found[index]
        readings[at] = typeof text === 'string' ? { text } : { refusal: refusalOf(text) }
      }
    }
    const byKey = grouped(texts)
    await Promise.all([...byKey.values()].map(({ ref, places }) => read(ref, places)))
    return readings
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

interface Group {
  ref: KeyRef
  /** Where the texts of this key stand. */
  places: number[]
}

function grouped(texts: readonly EncryptedText[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [at, { key: ref }] of texts.entries()) {
    const name = JSON.stringify(ref)
    const group = groups.get(name) ?? { ref, places: [] }
    group.places.push(at)
    groups.set(name, group)
  }
  return groups
}
