import { utf8 } from '../bytes'
import { type CryptoObject, type Refusal, refusalOf } from '../error'
import { fingerprint } from '../fingerprint'
import { type Keyring, unwrapKey } from '../keyring'
import { SymmetricKey } from '../symmetric'
import { KeyPair, wrapFor } from '../wrapping'

/** An organization's key as the profile carries it. */
export interface WrappedOrganizationKey {
  id: string
  key: string
  /** Set when the person reaches the organization through a provider, whose key wrapped it. */
  provider?: string | null
}

/** A provider's key as the profile carries it. */
export interface WrappedProviderKey {
  id: string
  key: string
}

/** The keys of a new organization, in the protocol's form. */
export interface OrganizationKeys {
  key: string
  keys: { publicKey: string; encryptedPrivateKey: string }
  collectionName: string
}

/** Unwraps what can be; a key that cannot is left out and told of, so that the rest goes on. */
async function unwrapAll<T extends { id: string }>(
  wrapped: readonly T[],
  unwrap: (one: T) => Promise<SymmetricKey>,
): Promise<{ keys: Map<string, SymmetricKey>; refusals: Refusal[] }> {
  const keys = new Map<string, SymmetricKey>()
  const refusals: Refusal[] = []
  await Promise.all(
    wrapped.map((one) =>
      unwrap(one).then(
        (key) => keys.set(one.id, key),
        (cause) => refusals.push(refusalOf(cause)),
      ),
    ),
  )
  return { keys, refusals }
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
    const pair = await KeyPair.generate(keyring.organization(id))
    return { publicKey: pair.publicKey, encryptedPrivateKey: pair.wrappedPrivateKey }
  },

  /** Puts the providers' keys in place of those in hand; answers which of them did not open. */
  async setProviderKeys(wrapped: readonly WrappedProviderKey[]): Promise<Refusal[]> {
    const { pair } = keyring.account
    const { keys, refusals } = await unwrapAll(wrapped, ({ id, key }) =>
      pair.unwrapKey(key, 'providerKey', id),
    )
    keyring.keepProviders(keys)
    return refusals
  },

  /** Puts the organizations' keys in place of those in hand; answers which did not open. */
  async setOrganizationKeys(wrapped: readonly WrappedOrganizationKey[]): Promise<Refusal[]> {
    const { pair } = keyring.account
    const object: CryptoObject = 'organizationKey'
    const { keys, refusals } = await unwrapAll(wrapped, async ({ id, key, provider }) =>
      provider
        ? unwrapKey(key, keyring.provider(provider), object, id)
        : pair.unwrapKey(key, object, id),
    )
    keyring.keepOrganizations(keys)
    return refusals
  },

  /** An organization's key for a member's public key. */
  async wrapOrganizationKeyFor(id: string, publicKey: string): Promise<string> {
    return wrapFor(publicKey, keyring.organization(id))
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
