import { CryptoError } from '../error'
import { DEFAULT_KDF, type KdfSettings, MasterKey, saltOf } from '../kdf'
import { type Keyring, unwrapKey } from '../keyring'
import { SymmetricKey } from '../symmetric'
import { KeyPair } from '../wrapping'
import { authenticationHash, type Credentials, type PasswordData, passwordData } from './password'

/** What the server keeps of the account's keys: worth nothing without the master password. */
export interface WrappedAccount {
  wrappedUserKey: string
  wrappedPrivateKey: string
}

/** Every key of a new account. */
export interface SignUpKeys extends PasswordData {
  publicKey: string
  encryptedPrivateKey: string
}

/** What is known of an account once it is open, none of it secret. */
export interface OpenedAccount {
  publicKey: string
  /** What the server records the user key under. */
  userKeyId: string
}

/** Opens the account with the key its user key is under, and wipes that. */
export async function openWith(
  stretched: SymmetricKey,
  wrapped: WrappedAccount,
  keyring: Keyring,
  since: number,
): Promise<OpenedAccount> {
  let user: SymmetricKey
  try {
    user = await unwrapKey(wrapped.wrappedUserKey, stretched, 'userKey')
  } catch (cause) {
    const refused = cause instanceof CryptoError && cause.reason === 'refused'
    throw refused ? new CryptoError('wrongPassword', 'userKey') : cause
  } finally {
    stretched.wipe()
  }
  try {
    const pair = await KeyPair.unwrap(wrapped.wrappedPrivateKey, user)
    const userKeyId = await user.id()
    keyring.open({ user, pair }, since)
    return { publicKey: pair.publicKey, userKeyId }
  } catch (cause) {
    user.wipe()
    throw cause
  }
}

/** Getting into an account, and changing what opens it. */
export const accountOperations = (keyring: Keyring) => ({
  /** The keys of a new account. They are forgotten again: signing in brings them back. */
  async prepareSignUp(who: {
    email: string
    password: string
    kdf?: KdfSettings
  }): Promise<SignUpKeys> {
    const user = SymmetricKey.generate()
    try {
      const [data, pair] = await Promise.all([
        passwordData({ ...who, kdf: who.kdf ?? DEFAULT_KDF }, user),
        KeyPair.generate(user),
      ])
      return { ...data, publicKey: pair.publicKey, encryptedPrivateKey: pair.wrappedPrivateKey }
    } finally {
      user.wipe()
    }
  },

  /** What proves the password to the server; the worker keeps the rest for `openAccount`. */
  async deriveForLogin(who: Credentials): Promise<string> {
    const master = await MasterKey.derive(who.password, saltOf(who.email), who.kdf)
    try {
      keyring.login = await master.stretched()
      return await master.authenticationHash()
    } finally {
      master.wipe()
    }
  },

  /** Opens the account whose password `deriveForLogin` was given. */
  async openAccount(wrapped: WrappedAccount): Promise<OpenedAccount> {
    const { login } = keyring
    if (!login) throw new CryptoError('locked', 'masterKey')
    return openWith(login, wrapped, keyring, keyring.locks)
  },

  /**
   * Opens a locked account without asking the server.
   *
   * @throws CryptoError `wrongPassword`
   */
  async unlock(who: Credentials & WrappedAccount): Promise<OpenedAccount> {
    const since = keyring.locks
    const master = await MasterKey.derive(who.password, saltOf(who.email), who.kdf)
    try {
      return await openWith(await master.stretched(), who, keyring, since)
    } finally {
      master.wipe()
    }
  },

  /** Overwrites every key. */
  async lock(): Promise<void> {
    keyring.lock()
  },

  /** What proves the password once more, before something grave. */
  authenticationHash,

  /** The open account under another password, or another way to derive it. */
  async changePassword(next: Credentials): Promise<PasswordData> {
    return passwordData(next, keyring.account.user)
  },
})
