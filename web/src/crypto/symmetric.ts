import { type Authentication, authentication, isSame } from './authentication'
import { type Bytes, concat, fromBase64, joined, random, toBase64, toHex, wipe } from './bytes'
import { CryptoError, type CryptoObject } from './error'

const SIZE = 64
const BLOCK = 16

/** How a user key of 64 bytes begins in COSE: key type symmetric, key value. */
const COSE_PREFIX = new Uint8Array([0xa2, 0x01, 0x04, 0x20, 0x58, 0x40])

interface Halves {
  encryption: CryptoKey
  authentication: Authentication
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
    const [found] = await this.decryptAll([encrypted], object, [id])
    if (found instanceof Uint8Array) return found
    throw found
  }

  /**
   * What several encrypted strings say, in their order: each for itself in the clear, or why it
   * cannot be read. `ids` names them.
   */
  async decryptAll(
    encrypted: readonly string[],
    object: CryptoObject,
    ids: readonly (string | null)[],
  ): Promise<(Bytes | CryptoError)[]> {
    const halves = await this.halves()
    const checked = encrypted.map((text, at) => check(halves, text, object, ids[at] ?? null))
    const whole = checked.filter((one): one is Parts => !(one instanceof CryptoError))
    const opened = await open(halves, whole)
    return checked.map((one, at) => {
      if (one instanceof CryptoError) return one
      return opened.get(one) ?? new CryptoError('refused', object, ids[at] ?? null)
    })
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
  const first = bytes.subarray(0, 32)
  const second = bytes.subarray(32)
  const [encryption, codes] = await Promise.all([
    globalThis.crypto.subtle.importKey('raw', first, 'AES-CBC', false, ['encrypt', 'decrypt']),
    authentication(second),
  ])
  return { encryption, authentication: codes }
}

async function seal(halves: Halves, vector: Bytes, plain: Bytes): Promise<string> {
  const { subtle } = globalThis.crypto
  const sealing = subtle.encrypt({ name: 'AES-CBC', iv: vector }, halves.encryption, plain)
  const text = new Uint8Array(await sealing)
  const code = halves.authentication(vector, text)
  return `2.${toBase64(vector)}|${toBase64(text)}|${toBase64(code)}`
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

/** The parts of an encrypted string whose code is right; else why it is refused. */
function check(
  { authentication }: Halves,
  encrypted: string,
  object: CryptoObject,
  id: string | null,
): Parts | CryptoError {
  try {
    const parts = parse(encrypted, object, id)
    const { vector, text, code } = parts
    const isRight = isSame(authentication(vector, text), code)
    const isWhole = text.length > 0 && text.length % BLOCK === 0
    return isRight && isWhole ? parts : new CryptoError('refused', object, id)
  } catch (cause) {
    if (cause instanceof CryptoError) return cause
    throw cause
  }
}

/**
 * Decrypts what was checked; what is not padded as it should be is left out. All are given to the
 * browser at once, vector before text: in this mode a block needs only the one before it, and so the
 * texts come out as they would each alone, with a block of no meaning before each.
 */
async function open(
  { encryption }: Pick<Halves, 'encryption'>,
  all: readonly Parts[],
): Promise<Map<Parts, Bytes>> {
  const [first] = all
  if (!first) return new Map()
  const row = joined(all.flatMap(({ vector, text }) => [vector, text])).subarray(BLOCK)
  let plain: Bytes
  try {
    const algorithm = { name: 'AES-CBC', iv: first.vector }
    plain = new Uint8Array(await globalThis.crypto.subtle.decrypt(algorithm, encryption, row))
  } catch {
    // one of them is not padded as it should be, and must not keep the others back
    const alone = all.length > 1 ? all.map((one) => open({ encryption }, [one])) : []
    return new Map((await Promise.all(alone)).flatMap((found) => [...found]))
  }
  const opened = new Map<Parts, Bytes>()
  let at = 0
  for (const [index, one] of all.entries()) {
    const isLast = index === all.length - 1
    // the browser takes the padding off the last
    const end = isLast ? plain.length : at + one.text.length
    const text = isLast ? plain.subarray(at, end) : unpadded(plain.subarray(at, end))
    if (text) opened.set(one, text)
    at = end + BLOCK
  }
  return opened
}

/** A text without its padding; null when it has none. */
function unpadded(text: Bytes): Bytes | null {
  const count = text.at(-1) ?? 0
  if (count < 1 || count > BLOCK) return null
  const padding = text.subarray(text.length - count)
  return padding.every((byte) => byte === count) ? text.subarray(0, text.length - count) : null
}
