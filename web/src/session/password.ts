import { answer, api } from '../api'
import { crypto, type KdfSettings, type PasswordData } from '../crypto'
import { refusedAt } from './atField'
import { leaveEverywhere } from './lock'
import { type Account, accountOf, session } from './state'

/** Where the forms of this file ask for what the server may refuse. */
const FIELDS = { wrong_password: 'current', hint_too_long: 'hint' }

/** Whose session it is. */
export function account(): Account {
  const found = accountOf(session())
  if (!found) throw new Error('nobody is signed in')
  return found
}

/** What proves the master password once more: `masterPasswordHash` of grave requests. */
export async function passwordHash(password: string): Promise<string> {
  const { email, kdf } = account()
  return crypto.authenticationHash({ email, password, kdf })
}

/**
 * The same, once the server found it right.
 *
 * @throws ApiError that names the field `current` when it is wrong
 */
export async function provePassword(password: string): Promise<string> {
  const masterPasswordHash = await passwordHash(password)
  const body = { masterPasswordHash }
  await answer(api.POST('/api/accounts/verify-password', { body })).catch(refusedAt(FIELDS))
  return masterPasswordHash
}

/** The body of a change, with both names each thing has had in the protocol. */
export function changeBody(masterPasswordHash: string, { authentication, unlock }: PasswordData) {
  const { kdf } = unlock
  return {
    masterPasswordHash,
    authenticationData: authentication,
    unlockData: unlock,
    newMasterPasswordHash: authentication.masterPasswordAuthenticationHash,
    key: unlock.masterKeyWrappedUserKey,
    kdf: kdf.kdfType,
    kdfIterations: kdf.iterations,
    kdfMemory: kdf.memory ?? null,
    kdfParallelism: kdf.parallelism ?? null,
  }
}

/** A new master password. It ends every session of the account, this one too. */
export async function changePassword(change: {
  current: string
  next: string
  hint: string | null
}): Promise<void> {
  const { id, email, kdf } = account()
  const proof = await provePassword(change.current)
  const data = await crypto.changePassword({ email, password: change.next, kdf })
  const sent = { ...changeBody(proof, data), masterPasswordHint: change.hint }
  await answer(api.POST('/api/accounts/password', { body: sent })).catch(refusedAt(FIELDS))
  await leaveEverywhere(id, 'passwordChanged')
}

/** Another way to derive from the same master password. It ends every session, this one too. */
export async function changeDerivation(change: {
  password: string
  kdf: KdfSettings
}): Promise<void> {
  const { id, email } = account()
  const proof = await provePassword(change.password)
  const data = await crypto.changePassword({ email, ...change })
  const body = changeBody(proof, data)
  await answer(api.POST('/api/accounts/kdf', { body })).catch(refusedAt(FIELDS))
  await leaveEverywhere(id, 'passwordChanged')
}
