import { type Bytes, concat, fromBase64, random, toBase64, toHex, wipe } from './bytes'
import { CryptoError, type CryptoObject } from './error'

const SIZE = 64
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

/** How a user key of 64 bytes begins in COSE: key type symmetric, key value. */
const COSE_PREFIX = new Uint8Array([0xa2, 0x01, 0x04, 0x20, 0x58, 0x40])

interface Halves {
  encryption: CryptoKey
  authentication: CryptoKey
}

/** A key of 64 bytes: the first half encrypts, the second authenticates. */
export class SymmetricKey {
  readonly #bytes: Bytes
  #halves: Promise<Halves> | null = null
  #wiped = false

  private constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  static generate(): SymmetricKey {
    return new SymmetricKey(random(SIZE))
  }

  /** Takes the bytes over; null when they are no key. */
  static from(bytes: Bytes): SymmetricKey | null {
    return bytes.length === SIZE ? new SymmetricKey(bytes) : null
  }

  /** Takes both halves over. */
  static join(encryption: Bytes, authentication: Bytes): SymmetricKey {
    const key = new SymmetricKey(concat(encryption, authentication))
    wipe(encryption, authentication)
    return key
  }

  /** Its bytes, to be wrapped; no copy, so that they are wiped with it. */
  get bytes(): Bytes {
    if (this.#wiped) throw new CryptoError('locked', 'userKey')
    return this.#bytes
  }

  /** The id a user key is recorded under: a shortened thumbprint of its COSE form. */
  async id(): Promise<string> {
    const whole = concat(COSE_PREFIX, this.bytes)
    const thumbprint = await globalThis.crypto.subtle.digest('SHA-256', whole)
    wipe(whole)
    return toHex(new Uint8Array(thumbprint).subarray(0, 16))
  }

  /** `plain` as an encrypted string of type 2. */
  encrypt(plain: Bytes): Promise<string> {
    return this.encryptWith(random(16), plain)
  }

  /** As `encrypt`, with the vector given. A vector is used once; only known answers repeat one. */
  async encryptWith(vector: Bytes, plain: Bytes): Promise<string> {
    return seal(await this.halves(), vector, plain)
  }

  /** `key` as an encrypted string of type 2. */
  async wrap(key: SymmetricKey): Promise<string> {
    const halves = await this.halves()
    // its bytes are asked for last: should it have been wiped meanwhile, this throws, where zeroes
    // would have been wrapped otherwise
    return seal(halves, random(16), key.bytes)
  }

  /**
   * What an encrypted string says; the code is checked, in constant time, before anything else.
   *
   * @throws CryptoError when it is of another type, of another key, or altered.
   */
  async decrypt(encrypted: string, object: CryptoObject, id: string | null = null): Promise<Bytes> {
    const { vector, text, code } = parse(encrypted, object, id)
    const { encryption, authentication } = await this.halves()
    const { subtle } = globalThis.crypto
    if (!(await subtle.verify('HMAC', authentication, code, concat(vector, text))))
      throw new CryptoError('refused', object, id)
    try {
      return new Uint8Array(await subtle.decrypt({ name: 'AES-CBC', iv: vector }, encryption, text))
    } catch {
      throw new CryptoError('refused', object, id)
    }
  }

  wipe(): void {
    wipe(this.#bytes)
    this.#halves = null
    this.#wiped = true
  }

  private halves(): Promise<Halves> {
    this.#halves ??= importHalves(this.bytes)
    return this.#halves
  }
}

async function importHalves(bytes: Bytes): Promise<Halves> {
  const { subtle } = globalThis.crypto
  const first = bytes.subarray(0, 32)
  const second = bytes.subarray(32)
  const [encryption, authentication] = await Promise.all([
    subtle.importKey('raw', first, 'AES-CBC', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', second, HMAC, false, ['sign', 'verify']),
  ])
  return { encryption, authentication }
}

async function seal(halves: Halves, vector: Bytes, plain: Bytes): Promise<string> {
  const { subtle } = globalThis.crypto
  const sealing = subtle.encrypt({ name: 'AES-CBC', iv: vector }, halves.encryption, plain)
  const text = new Uint8Array(await sealing)
  const code = await subtle.sign('HMAC', halves.authentication, concat(vector, text))
  return `2.${toBase64(vector)}|${toBase64(text)}|${toBase64(new Uint8Array(code))}`
}

interface Parts {
  vector: Bytes
  text: Bytes
  code: Bytes
}

function parse(encrypted: string, object: CryptoObject, id: string | null): Parts {
  // a server that answers type 0 or 1 where type 2 belongs takes the code away, or weakens it
  if (/^[01]\./.test(encrypted)) throw new CryptoError('unauthenticated', object, id)
  const parts = encrypted.startsWith('2.') ? encrypted.slice(2).split('|').map(fromBase64) : []
  const [vector, text, code] = parts
  if (parts.length !== 3 || !vector || !text || !code) throw new CryptoError('shape', object, id)
  if (vector.length !== 16 || code.length !== 32) throw new CryptoError('shape', object, id)
  return { vector, text, code }
}
