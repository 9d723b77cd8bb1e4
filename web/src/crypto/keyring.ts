import { fromUtf8, wipe } from './bytes'
import { CryptoError, type CryptoObject } from './error'
import { SymmetricKey } from './symmetric'
import { SharedKeys } from './wrapped'
import type { KeyPair } from './wrapping'

/**
 * Which key a text belongs to: the person's own, an organization's, a provider's, or an item's,
 * which is itself wrapped by one of those.
 */
export type KeyRef =
  | 'user'
  | { organization: string }
  | { provider: string }
  | { item: string; of: 'user' | { organization: string } }

/** The keys of one account. Nothing outside the worker ever sees what is in it. */
export interface Account {
  user: SymmetricKey
  pair: KeyPair
}

/** Every key in hand, and the only place they are kept. */
export class Keyring {
  #account: Account | null = null
  #login: SymmetricKey | null = null
  #locks = 0
  readonly organizations = new SharedKeys('organizationKey')
  readonly providers = new SharedKeys('providerKey')

  /** The stretched key of a login the server has not answered yet. */
  set login(key: SymmetricKey | null) {
    this.#login?.wipe()
    this.#login = key
  }

  get login(): SymmetricKey | null {
    return this.#login
  }

  /** @throws CryptoError `locked` */
  get account(): Account {
    if (!this.#account) throw new CryptoError('locked', 'userKey')
    return this.#account
  }

  /** How often it was locked: who opens an account says since when, for it may be too late. */
  get locks(): number {
    return this.#locks
  }

  /** @throws CryptoError `locked` when somebody locked it while the account was being opened. */
  open(account: Account, since: number): void {
    if (since !== this.#locks) {
      account.user.wipe()
      throw new CryptoError('locked', 'userKey')
    }
    this.lock()
    this.#account = account
  }

  /** Overwrites everything. */
  lock(): void {
    this.#locks += 1
    this.login = null
    this.#account?.user.wipe()
    this.#account = null
    this.organizations.wipe()
    this.providers.wipe()
  }

  /** The key a reference names. That of an item is new at each call, and the caller's to wipe. */
  async find(ref: KeyRef): Promise<SymmetricKey> {
    if (ref === 'user') return this.account.user
    if (!this.#account) throw new CryptoError('locked', 'userKey')
    if ('organization' in ref) return this.organizations.get(ref.organization)
    if ('provider' in ref) return this.providers.get(ref.provider)
    return unwrapKey(ref.item, await this.find(ref.of), 'itemKey')
  }

  /** Uses a key, and wipes it after when it is one of an item. */
  async using<T>(ref: KeyRef, use: (key: SymmetricKey) => Promise<T>): Promise<T> {
    const key = await this.find(ref)
    try {
      return await use(key)
    } finally {
      if (typeof ref === 'object' && 'item' in ref) key.wipe()
    }
  }
}

/** A key that another one wrapped. */
export async function unwrapKey(
  wrapped: string,
  owner: SymmetricKey,
  object: CryptoObject,
  id: string | null = null,
): Promise<SymmetricKey> {
  const bytes = await owner.decrypt(wrapped, object, id)
  const key = SymmetricKey.from(bytes)
  if (key) return key
  wipe(bytes)
  throw new CryptoError('shape', object, id)
}

/** The text of an encrypted string. */
export async function decryptText(
  key: SymmetricKey,
  encrypted: string,
  id: string | null = null,
): Promise<string> {
  const [text] = await decryptTexts(key, [encrypted], [id])
  if (typeof text === 'string') return text
  throw text
}

/** The texts of encrypted strings of one key, each for itself in the clear or why not. */
export async function decryptTexts(
  key: SymmetricKey,
  encrypted: readonly string[],
  ids: readonly (string | null)[],
): Promise<(string | CryptoError)[]> {
  const found = await key.decryptAll(encrypted, 'text', ids)
  return found.map((bytes, at) => {
    if (bytes instanceof CryptoError) return bytes
    const text = fromUtf8(bytes)
    wipe(bytes)
    return text ?? new CryptoError('shape', 'text', ids[at] ?? null)
  })
}
