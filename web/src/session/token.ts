import { ApiError } from '../api'
import { CLIENT } from './device'
import { askForToken, type Granted } from './grant'
import { keep, kept } from './kept'
import type { Leaving } from './state'

/** How long before its end an access token is replaced, in milliseconds. */
const MARGIN = 60_000

let access: { token: string; until: number } | null = null
let refreshing: Promise<string> | null = null
let onEnd: (because: Leaving) => void = () => {}
/** Whether the server refused the access token before its time: somebody ended the session. */
let isCut = false

/** Whom to tell when the server ends the session. */
export function whenRefused(listener: typeof onEnd): void {
  onEnd = listener
}

export function takeToken(granted: Granted): void {
  access = { token: granted.access_token, until: Date.now() + granted.expires_in * 1000 }
  isCut = false
}

export function dropToken(): void {
  access = null
  refreshing = null
  isCut = false
}

/** The access token, a new one when it is about to end; null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  if (access && access.until - Date.now() > MARGIN) return access.token
  return kept() ? refresh() : null
}

/**
 * Another token in place of one the server refused.
 *
 * @returns null when the session is over.
 */
export async function replaceToken(refused: string): Promise<string | null> {
  // somebody else may have replaced it meanwhile
  if (access && access.token !== refused) return access.token
  if (access) isCut = access.until > Date.now()
  access = null
  try {
    return kept() ? await refresh() : null
  } catch (cause) {
    if (cause instanceof ApiError && cause.isUnreachable) throw cause
    return null
  }
}

/** However many ask, the server is asked once. */
function refresh(): Promise<string> {
  refreshing ??= askAgain().finally(() => {
    refreshing = null
  })
  return refreshing
}

async function askAgain(): Promise<string> {
  const own = kept()
  if (!own) throw ApiError.unreachable()
  try {
    const granted = await askForToken({
      grant_type: 'refresh_token',
      client_id: CLIENT,
      refresh_token: own.refreshToken,
    })
    // logged out while the answer was on its way
    if (kept()?.refreshToken !== own.refreshToken) throw ApiError.unreachable()
    takeToken(granted)
    if (granted.refresh_token) keep({ ...own, refreshToken: granted.refresh_token })
    return granted.access_token
  } catch (cause) {
    // a disturbance passes; only a refusal ends the session
    if (cause instanceof ApiError && cause.status === 400) onEnd(isCut ? 'endedElsewhere' : 'ended')
    throw cause
  }
}
