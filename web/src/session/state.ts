import { useSyncExternalStore } from 'react'
import type { KdfSettings } from '../crypto'
import type { PasswordRules } from '../password/requirements'

/** Who is signed in, as far as it may be known without asking the server. */
export interface Account {
  id: string
  email: string
  name: string | null
  kdf: KdfSettings
  /** What the master password must become before anything else; absent where it will do. */
  demanded?: PasswordRules
}

/** A way to prove oneself a second time, by the protocol's number. */
export type TwoStepMethod = 'authenticator' | 'email' | 'duo' | 'yubikey' | 'webauthn'

/** What the server offers for the second step. */
export interface TwoStepOffer {
  method: TwoStepMethod
  /** What belongs to it: the masked address, the challenge; in the protocol's form. */
  details: Readonly<Record<string, unknown>> | null
}

/** Why nobody is signed in any more. */
export type Leaving =
  /** The person logged out, here or in another tab. */
  | 'left'
  /** The server no longer knows the session: it lapsed, or was ended elsewhere. */
  | 'ended'
  /** It was ended elsewhere: by another password, address or key, or by logging out from there. */
  | 'endedElsewhere'
  /** The person changed the master password, which ends every session. */
  | 'passwordChanged'
  /** The person changed the mail address, which does so too. */
  | 'emailChanged'
  /** And so does another key of the account. */
  | 'keyRotated'

export type Session =
  | { state: 'signedOut'; because: Leaving | null }
  /** The password was right; `answerTwoStep` goes on. */
  | { state: 'twoStep'; email: string; offers: readonly TwoStepOffer[] }
  /** The password was right, the device is new; `answerNewDevice` goes on. */
  | { state: 'newDevice'; email: string }
  | { state: 'unlocked'; account: Account }
  /** Signed in, but without keys. */
  | { state: 'locked'; account: Account }

let current: Session = { state: 'signedOut', because: null }
const listeners = new Set<() => void>()

/** The session outside components; inside, `useSession`. */
export const session = (): Session => current

/** Only this folder moves the session from one state to another. */
export function become(next: Session): void {
  current = next
  for (const listener of [...listeners]) listener()
}

/** Tells `listener` of every change, until what it answers is called. */
export function watchSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The session; a component that calls it follows every change. */
export const useSession = (): Session => useSyncExternalStore(watchSession, session)

/** The account, signed in and possibly locked. */
export function accountOf(now: Session): Account | null {
  return now.state === 'unlocked' || now.state === 'locked' ? now.account : null
}

/**
 * Waits while the session is locked, so that what needs keys is not asked for in vain.
 *
 * @throws AbortError when nobody waits any more.
 */
export function untilUnlocked(signal: AbortSignal): Promise<void> {
  if (current.state !== 'locked') return Promise.resolve()
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = watchSession(() => {
      if (current.state === 'locked') return
      stop()
      resolve()
    })
    signal.addEventListener('abort', () => {
      stop()
      reject(signal.reason)
    })
  })
}
