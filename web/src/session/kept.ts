import type { WrappedAccount } from '../crypto'
import { beAbsent, bePresent } from './presence'
import type { Account } from './state'

/**
 * What a tab remembers of a session over a reload: whose it is, how to get an access token, and keys
 * that are worth nothing without the master password.
 */
export interface Kept {
  account: Account
  refreshToken: string
  wrapped: WrappedAccount
}

const KEPT = 'wardstead.session'

export function keep(kept: Kept): void {
  sessionStorage.setItem(KEPT, JSON.stringify(kept))
  bePresent()
}

export function forget(): void {
  sessionStorage.removeItem(KEPT)
  beAbsent()
}

/** What this tab remembers; null when there is nothing, or nothing of use. */
export function kept(): Kept | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    return isKept(found) ? found : null
  } catch {
    return null
  }
}

function isKept(found: unknown): found is Kept {
  const { account, refreshToken, wrapped } = (found ?? {}) as Partial<Kept>
  return (
    typeof refreshToken === 'string' &&
    typeof account?.id === 'string' &&
    typeof account.email === 'string' &&
    typeof account.kdf?.kdfType === 'number' &&
    typeof wrapped?.wrappedUserKey === 'string' &&
    typeof wrapped.wrappedPrivateKey === 'string'
  )
}
