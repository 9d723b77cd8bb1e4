import { type Bytes, fromBase64, toBase64, wipe } from './bytes'
import { CryptoError, type CryptoObject } from './error'
import { SymmetricKey } from './symmetric'

const RSA = { name: 'RSA-OAEP', hash: 'SHA-1' } as const
const NEW_PAIR = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) } as const

/** A person's or an organization's pair of keys. */
export class KeyPair {
  readonly #private: CryptoKey

  private constructor(
    key: CryptoKey,
    /** The public half as the protocol carries it. */
    readonly publicKey: string,
  ) {
    this.#private = key
  }

  /** A new pair, its private half wrapped by `owner`. */
  static async generate(
    owner: SymmetricKey,
  ): Promise<{ publicKey: string; wrappedPrivateKey: string }> {
    const { subtle } = globalThis.crypto
    const pair = await subtle.generateKey(NEW_PAIR, true, ['encrypt', 'decrypt'])
    const [spki, pkcs8] = await Promise.all([
      subtle.exportKey('spki', pair.publicKey),
      subtle.exportKey('pkcs8', pair.privateKey),
    ])
    const secret = new Uint8Array(pkcs8)
    try {
      const wrappedPrivateKey = await owner.encrypt(secret)
      return { publicKey: toBase64(new Uint8Array(spki)), wrappedPrivateKey }
    } finally {
      wipe(secret)
    }
  }

  /**
   * The pair of a wrapped private key. Its public half is computed from the private one: a public
   * key the server names could be somebody else's.
   */
  static async unwrap(wrapped: string, owner: SymmetricKey): Promise<KeyPair> {
    const pkcs8 = await owner.decrypt(wrapped, 'privateKey')
    const { subtle } = globalThis.crypto
    try {
      const whole = await subtle.importKey('pkcs8', pkcs8, RSA, true, ['decrypt'])
      const { n, e } = await subtle.exportKey('jwk', whole)
      if (n === undefined || e === undefined) throw new CryptoError('shape', 'privateKey')
      const half = { kty: 'RSA', alg: 'RSA-OAEP', n, e, ext: true }
      const publicHalf = await subtle.importKey('jwk', half, RSA, true, ['encrypt'])
      const spki = new Uint8Array(await subtle.exportKey('spki', publicHalf))
      const key = await subtle.importKey('pkcs8', pkcs8, RSA, false, ['decrypt'])
      return new KeyPair(key, toBase64(spki))
    } catch {
      throw new CryptoError('shape', 'privateKey')
    } finally {
      wipe(pkcs8)
    }
  }

  /**
   * The key that was wrapped for this pair.
   *
   * @throws CryptoError when it was wrapped for another pair, or is no key.
   */
  async unwrapKey(
    wrapped: string,
    object: CryptoObject,
    id: string | null = null,
  ): Promise<SymmetricKey> {
    const text = parse(wrapped)
    if (!text) throw new CryptoError('shape', object, id)
    let plain: Bytes
    try {
      plain = new Uint8Array(await globalThis.crypto.subtle.decrypt(RSA, this.#private, text))
    } catch {
      throw new CryptoError('refused', object, id)
    }
    const key = SymmetricKey.from(plain)
    if (key) return key
    wipe(plain)
    throw new CryptoError('refused', object, id)
  }
}

/** Type 4; or type 6, whose code was made with a key the reader need not have and says nothing. */
function parse(wrapped: string): Bytes | null {
  if (wrapped.startsWith('4.')) return fromBase64(wrapped.slice(2))
  const parts = wrapped.startsWith('6.') ? wrapped.slice(2).split('|') : []
  const [text, code] = parts
  return parts.length === 2 && text && code ? fromBase64(text) : null
}

/** `key` for whoever holds the other half of `publicKey`: an encrypted string of type 4. */
export async function wrapFor(publicKey: string, key: SymmetricKey): Promise<string> {
  const { subtle } = globalThis.crypto
  const reader = await readPublicKey(publicKey)
  // asked for last, so that a key wiped meanwhile throws instead of being wrapped as zeroes
  const text = await subtle.encrypt(RSA, reader, key.bytes)
  return `4.${toBase64(new Uint8Array(text))}`
}

async function readPublicKey(publicKey: string): Promise<CryptoKey> {
  const spki = fromBase64(publicKey)
  if (!spki) throw new CryptoError('shape', 'publicKey')
  try {
    return await globalThis.crypto.subtle.importKey('spki', spki, RSA, false, ['encrypt'])
  } catch {
    throw new CryptoError('shape', 'publicKey')
  }
}
