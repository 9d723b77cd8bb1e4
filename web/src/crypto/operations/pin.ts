import { random, toBase64 } from '../bytes'
import { type KdfSettings, MasterKey } from '../kdf'
import type { Keyring } from '../keyring'
import type { SymmetricKey } from '../symmetric'
import { type OpenedAccount, openWith, type WrappedAccount } from './account'

/**
 * What trying a PIN costs. PINs are short, so it is what is recommended for a master password,
 * whatever the account has.
 */
const COST: KdfSettings = { kdfType: 1, iterations: 3, memory: 64, parallelism: 4 }

/** The user key under a PIN. */
export interface PinnedKey {
  salt: string
  wrapped: string
}

async function stretched(pin: string, salt: string): Promise<SymmetricKey> {
  const key = await MasterKey.derive(pin, salt, COST)
  try {
    return await key.stretched()
  } finally {
    key.wipe()
  }
}

/** Opening a locked account with a PIN. */
export const pinOperations = (keyring: Keyring) => ({
  /** The open account's key under a PIN. Whoever has it can guess: it is not to be kept anywhere. */
  async wrapUnderPin({ pin }: { pin: string }): Promise<PinnedKey> {
    const { user } = keyring.account
    const salt = toBase64(random(16))
    const key = await stretched(pin, salt)
    try {
      return { salt, wrapped: await key.wrap(user) }
    } finally {
      key.wipe()
    }
  },

  /**
   * Opens a locked account with the PIN its key is under.
   *
   * @throws CryptoError `wrongPassword`
   */
  async unlockWithPin({
    pin,
    salt,
    wrapped: wrappedUserKey,
    wrappedPrivateKey,
  }: PinnedKey &
    Pick<WrappedAccount, 'wrappedPrivateKey'> & { pin: string }): Promise<OpenedAccount> {
    const since = keyring.locks
    const key = await stretched(pin, salt)
    return openWith(key, { wrappedUserKey, wrappedPrivateKey }, keyring, since)
  },
})
