import { crypto } from '../crypto'
import { forget, kept } from './kept'
import { accountOf, become, type Leaving, session } from './state'
import { tell } from './tabs'
import { dropToken } from './token'

const listeners = new Set<() => void>()

/** Tells `listener` when the keys go, to drop what was read with them. */
export function onLock(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Overwrites the keys and forgets what was read; the person stays signed in. */
export async function lock(): Promise<void> {
  const now = session()
  if (now.state !== 'unlocked') return
  tell({ say: 'locked', account: now.account.id })
  await lockHere()
}

/** As `lock`, for this tab alone. */
export async function lockHere(): Promise<void> {
  const now = session()
  if (now.state !== 'unlocked') return
  become({ state: 'locked', account: now.account })
  await wipe()
}

/**
 * Opens a locked session.
 *
 * @throws CryptoError `wrongPassword`
 */
export async function unlock(password: string): Promise<void> {
  const own = kept()
  if (!own) return leave('ended')
  const { email, kdf } = own.account
  await crypto.unlock({ email, password, kdf, ...own.wrapped })
  become({ state: 'unlocked', account: own.account })
}

/** Ends the session on this device, in every tab. */
export async function logOut(): Promise<void> {
  const account = accountOf(session())
  await (account ? leaveEverywhere(account.id, 'left') : leave('left'))
}

/** Ends it in every tab, since the server has ended every session of the account. */
export async function leaveEverywhere(account: string, because: Leaving): Promise<void> {
  tell({ say: 'left', account })
  await leave(because)
}

/** Ends the session in this tab. */
export async function leave(because: Leaving): Promise<void> {
  forget()
  become({ state: 'signedOut', because })
  await wipe()
}

async function wipe(): Promise<void> {
  dropToken()
  for (const listener of [...listeners]) listener()
  await crypto.lock()
}
