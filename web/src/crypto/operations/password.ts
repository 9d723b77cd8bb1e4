import { type KdfSettings, MasterKey, saltOf } from '../kdf'
import type { SymmetricKey } from '../symmetric'

/** Somebody's master password, and how it derives for them. */
export interface Credentials {
  email: string
  password: string
  kdf: KdfSettings
}

/** How the server checks a master password, in the protocol's form. */
export interface AuthenticationData {
  kdf: KdfSettings
  salt: string
  masterPasswordAuthenticationHash: string
}

/** How a master password opens the account, in the protocol's form. */
export interface UnlockData {
  kdf: KdfSettings
  salt: string
  masterKeyWrappedUserKey: string
}

/** Both for one master password. */
export interface PasswordData {
  authentication: AuthenticationData
  unlock: UnlockData
}

/** The user key under a master password, and what proves that to the server. */
export async function passwordData(who: Credentials, user: SymmetricKey): Promise<PasswordData> {
  const salt = saltOf(who.email)
  const { kdf } = who
  const master = await MasterKey.derive(who.password, salt, kdf)
  const stretched = await master.stretched()
  try {
    const [masterPasswordAuthenticationHash, masterKeyWrappedUserKey] = await Promise.all([
      master.authenticationHash(),
      stretched.wrap(user),
    ])
    return {
      authentication: { kdf, salt, masterPasswordAuthenticationHash },
      unlock: { kdf, salt, masterKeyWrappedUserKey },
    }
  } finally {
    master.wipe()
    stretched.wipe()
  }
}

/** What proves the password once more, before something grave. */
export async function authenticationHash(who: Credentials): Promise<string> {
  const master = await MasterKey.derive(who.password, saltOf(who.email), who.kdf)
  try {
    return await master.authenticationHash()
  } finally {
    master.wipe()
  }
}
