/** Why a key or a text could not be used. */
export type CryptoReason =
  /** No encrypted string, or not of the type that is needed. */
  | 'shape'
  /** Of a type that protects nothing from being altered; it is never read. */
  | 'unauthenticated'
  /** Encrypted with another key, or altered since. */
  | 'refused'
  /** The settings of the key derivation are weaker or heavier than any client sets. */
  | 'kdf'
  /** The master password is not the account's, or the PIN not the one its key is under. */
  | 'wrongPassword'
  /** There are no keys in hand: nobody signed in, or the vault is locked. */
  | 'locked'
  /** The account does not have this key. */
  | 'noKey'
  /** The browser could not do its part. */
  | 'broken'

/** What the reason is about. */
export type CryptoObject =
  | 'masterKey'
  | 'userKey'
  | 'privateKey'
  | 'publicKey'
  | 'organizationKey'
  | 'providerKey'
  | 'itemKey'
  | 'text'

/** A refusal that names its object, never what is in it. */
export class CryptoError extends Error {
  constructor(
    readonly reason: CryptoReason,
    readonly object: CryptoObject,
    /** Which of them, when there are several. */
    readonly id: string | null = null,
  ) {
    super(id === null ? `${object}: ${reason}` : `${object} ${id}: ${reason}`)
    this.name = 'CryptoError'
  }
}

/** How a refusal travels from the worker. */
export interface Refusal {
  reason: CryptoReason
  object: CryptoObject
  id: string | null
}

/** Anything else that went wrong is told as `broken`, so that no message carries a secret. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof CryptoError)
    return { reason: cause.reason, object: cause.object, id: cause.id }
  return { reason: 'broken', object: 'text', id: null }
}
