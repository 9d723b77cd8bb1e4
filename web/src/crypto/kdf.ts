import { type Bytes, toBase64, utf8, wipe } from './bytes'
import { CryptoError } from './error'
import { expand } from './expand'
import { SymmetricKey } from './symmetric'

/** How a password becomes a master key, as the protocol has it. */
export interface KdfSettings {
  /** 0 PBKDF2 with SHA-256, 1 Argon2id. */
  kdfType: number
  iterations: number
  /** In MiB; Argon2id only. */
  memory?: number | null
  /** Lanes; Argon2id only. */
  parallelism?: number | null
}

/** What a new account gets. */
export const DEFAULT_KDF: KdfSettings = {
  kdfType: 0,
  iterations: 600_000,
  memory: null,
  parallelism: null,
}

/**
 * What a person may choose, and below it the least that is used at all: a server that asks for less
 * wants a hash it can guess from.
 */
export const KDF_RANGES = {
  pbkdf2: { iterations: { floor: 5_000, min: 600_000, max: 2_000_000 } },
  argon2id: {
    iterations: { floor: 2, min: 2, max: 10 },
    memory: { floor: 16, min: 16, max: 1024 },
    parallelism: { floor: 1, min: 1, max: 16 },
  },
} as const

interface Range {
  floor: number
  max: number
}

function within(value: number | null | undefined, range: Range): number {
  if (!Number.isInteger(value) || Number(value) < range.floor || Number(value) > range.max)
    throw new CryptoError('kdf', 'masterKey')
  return Number(value)
}

/** What a password is salted with. */
export const saltOf = (email: string): string => email.trim().toLowerCase()

async function pbkdf2(secret: Bytes, salt: Bytes, iterations: number): Promise<Bytes> {
  const key = await globalThis.crypto.subtle.importKey('raw', secret, 'PBKDF2', false, [
    'deriveBits',
  ])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return new Uint8Array(await globalThis.crypto.subtle.deriveBits(algorithm, key, 256))
}

async function argon2id(password: Bytes, salt: Bytes, settings: KdfSettings): Promise<Bytes> {
  const ranges = KDF_RANGES.argon2id
  const iterations = within(settings.iterations, ranges.iterations)
  const memory = within(settings.memory, ranges.memory)
  const parallelism = within(settings.parallelism, ranges.parallelism)
  const { argon2id } = await import('hash-wasm')
  const digest = await globalThis.crypto.subtle.digest('SHA-256', salt)
  const key = await argon2id({
    password,
    salt: new Uint8Array(digest),
    iterations,
    memorySize: memory * 1024,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
  // a copy of its own memory, so that wiping both is ours to do
  const own = new Uint8Array(key)
  key.fill(0)
  return own
}

/** What a password stands for. It never leaves this folder; whoever made it wipes it. */
export class MasterKey {
  readonly #bytes: Bytes
  readonly #password: Bytes

  private constructor(bytes: Bytes, password: Bytes) {
    this.#bytes = bytes
    this.#password = password
  }

  /** @throws CryptoError `kdf` when the settings are out of range. */
  static async derive(password: string, salt: string, settings: KdfSettings): Promise<MasterKey> {
    const secret = utf8(password)
    try {
      return new MasterKey(await derive(secret, utf8(salt), settings), secret)
    } catch (cause) {
      wipe(secret)
      throw cause
    }
  }

  /** What proves to a server that the password is known. */
  async authenticationHash(): Promise<string> {
    return toBase64(await pbkdf2(this.#bytes, this.#password, 1))
  }

  /** The key that wraps the user key. */
  async stretched(): Promise<SymmetricKey> {
    const [encryption, authentication] = await Promise.all([
      expand(this.#bytes, 'enc'),
      expand(this.#bytes, 'mac'),
    ])
    return SymmetricKey.join(encryption, authentication)
  }

  wipe(): void {
    wipe(this.#bytes, this.#password)
  }
}

async function derive(password: Bytes, salt: Bytes, settings: KdfSettings): Promise<Bytes> {
  switch (settings.kdfType) {
    case 0:
      return pbkdf2(password, salt, within(settings.iterations, KDF_RANGES.pbkdf2.iterations))
    case 1:
      return argon2id(password, salt, settings)
    default:
      throw new CryptoError('kdf', 'masterKey')
  }
}
