import { answer, api } from '../api'
import { accountOf, session } from './state'

/** How long the server is left alone in between, in milliseconds. */
const PAUSE = 60_000

let askedAt = Number.NEGATIVE_INFINITY

/** Asks for next to nothing: a refusal ends the session as that of any call does, a disturbance passes. */
function check(): void {
  if (document.visibilityState !== 'visible' || !accountOf(session())) return
  if (Date.now() - askedAt < PAUSE) return
  askedAt = Date.now()
  answer(api.GET('/api/accounts/revision-date')).catch(() => {})
}

/** Finds out, when somebody comes back to this page, that the session was ended elsewhere meanwhile. */
export function watchElsewhere(): void {
  document.addEventListener('visibilitychange', check)
  window.addEventListener('focus', check)
}
