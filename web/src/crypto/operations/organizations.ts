import { utf8 } from '../bytes'
import type { Refusal } from '../error'
import { fingerprint } from '../fingerprint'
import { type Keyring, unwrapKey } from '../keyring'
import { SymmetricKey } from '../symmetric'
import type { WrappedKey } from '../wrapped'
import { KeyPair, wrapFor } from '../wrapping'

/** An organization's key as the profile carries it. */
export interface WrappedOrganizationKey extends WrappedKey {
  /** Set when the person reaches the organization through a provider, whose key wrapped it. */
  provider?: string | null
}

/** The keys of a new organization, in the protocol's form. */
export interface OrganizationKeys {
  key: string
  keys: { publicKey: string; encryptedPrivateKey: string }
  collectionName: string
}

/** Keys people share, and how they recognize each other's. */
export const organizationOperations = (keyring: Keyring) => ({
  /** The keys to make an organization with, and its first collection's name. */
  async newOrganization(collectionName: string): Promise<OrganizationKeys> {
    const { pair } = keyring.account
    const key = SymmetricKey.generate()
    try {
      const [wrapped, own, collection] = await Promise.all([
        wrapFor(pair.publicKey, key),
        KeyPair.generate(key),
        key.encrypt(utf8(collectionName)),
      ])
      return {
        key: wrapped,
        keys: { publicKey: own.publicKey, encryptedPrivateKey: own.wrappedPrivateKey },
        collectionName: collection,
      }
    } finally {
      key.wipe()
    }
  },

  /** A pair for an organization that was made without one. */
  async newOrganizationPair(id: string): Promise<OrganizationKeys['keys']> {
    const pair = await KeyPair.generate(await keyring.find({ organization: id }))
    return { publicKey: pair.publicKey, encryptedPrivateKey: pair.wrappedPrivateKey }
  },

  /** Holds the providers' keys of the profile, and no others; answers which did not open. */
  async setProviderKeys(wrapped: readonly WrappedKey[]): Promise<Refusal[]> {
    const { pair } = keyring.account
    const unwrap = ({ id, key }: WrappedKey) => pair.unwrapKey(key, 'providerKey', id)
    return keyring.providers.replace(wrapped, unwrap)
  },

  /** Holds the organizations' keys of the profile, and no others; answers which did not open. */
  async setOrganizationKeys(wrapped: readonly WrappedOrganizationKey[]): Promise<Refusal[]> {
    const { pair } = keyring.account
    const unwrap = async ({ id, key, provider }: WrappedOrganizationKey) =>
      provider
        ? unwrapKey(key, keyring.providers.get(provider), 'organizationKey', id)
        : pair.unwrapKey(key, 'organizationKey', id)
    return keyring.organizations.replace(wrapped, unwrap)
  },

  /** An organization's key for a member's public key. */
  async wrapOrganizationKeyFor(id: string, publicKey: string): Promise<string> {
    return wrapFor(publicKey, await keyring.find({ organization: id }))
  },

  /** The person's own key for somebody who may recover the account or approve a device. */
  async wrapUserKeyFor(publicKey: string): Promise<string> {
    return wrapFor(publicKey, keyring.account.user)
  },

  /** The words that stand for somebody's public key; `id` is that of their account. */
  fingerprint,

  /** The words that stand for the person's own. */
  async ownFingerprint(id: string): Promise<string[]> {
    return fingerprint(keyring.account.pair.publicKey, id)
  },
})
