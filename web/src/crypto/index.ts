import { type Remote, remote, type Transport } from './remote'
import { start } from './transport'

export { CryptoError, type CryptoObject, type CryptoReason, type Refusal } from './error'
export {
  generatePassphrase,
  generatePassword,
  PASSPHRASE_DEFAULTS,
  PASSPHRASE_WORDS,
  PASSWORD_DEFAULTS,
  PASSWORD_LENGTH,
  type PassphraseOptions,
  type PasswordOptions,
} from './generator'
export { DEFAULT_KDF, KDF_RANGES, type KdfSettings } from './kdf'
export type { KeyRef } from './keyring'
export type { OpenedAccount, SignUpKeys, WrappedAccount } from './operations/account'
export type { OrganizationKeys, WrappedOrganizationKey } from './operations/organizations'
export type {
  AuthenticationData,
  Credentials,
  PasswordData,
  UnlockData,
} from './operations/password'
export type { PinnedKey } from './operations/pin'
export type { Holder, OwnItem, Rotation } from './operations/rotation'
export type { Strength, StrengthSuggestion, StrengthWarning } from './operations/strength'
export type { EncryptedText, Reading } from './operations/texts'
export type { WrappedKey } from './wrapped'

let started: Transport | null = null

/**
 * Everything done with keys. They live in a worker, never leave it unwrapped, and are overwritten by
 * `lock`. A refusal is a `CryptoError`, which names its object and never its content.
 *
 * Pages use `session` to sign in, unlock and lock, and this for texts, organization keys and
 * fingerprints:
 *
 *     await crypto.encryptText({ organization: id }, 'For Élodie')
 *     await crypto.wrapOrganizationKeyFor(id, member.publicKey)
 *     await crypto.fingerprint(member.publicKey, member.userId)
 */
export const crypto: Remote = remote((call) => {
  started ??= start(() => {
    started = null
  })
  return started(call)
})
