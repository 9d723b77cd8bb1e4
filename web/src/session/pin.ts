import { CryptoError, crypto } from '../crypto'
import { text } from '../i18n'
import { atField } from './atField'
import { kept } from './kept'
import { account } from './password'
import { held, hold } from './pinned'
import { accountOf, become, session, watchSession } from './state'

export { pin, pinForbidders, usePin } from './pinned'

/** The least characters of a PIN. */
export const PIN_LENGTH = 4
/** Wrong tries, after which the master password is needed. */
export const PIN_TRIES = 5

watchSession(() => {
  const now = session()
  const found = held()
  if (!found) return
  const isTheirs = found === 'spent' || accountOf(now)?.id === found.account
  if (!accountOf(now) || !isTheirs) return hold(null)
  if (now.state !== 'unlocked') return
  // whoever opened the vault has all the tries again
  hold(found === 'spent' ? null : { ...found, left: PIN_TRIES })
})

/**
 * Lets a PIN open the vault of this tab, until the session ends or the page goes.
 *
 * @throws ApiError that names the field `pin` when it is too short
 */
export async function setPin(pin: string): Promise<void> {
  if ([...pin].length < PIN_LENGTH) throw atField('pin', text().settings.pin.tooShort(PIN_LENGTH))
  const { id } = account()
  const key = await crypto.wrapUnderPin({ pin })
  if (accountOf(session())?.id === id) hold({ account: id, key, left: PIN_TRIES })
}

/** Forgets it: the master password opens the vault again. */
export const removePin = (): void => hold(null)

/**
 * Opens a locked session with the PIN. The last wrong try forgets it.
 *
 * @throws ApiError that names the field `pin` when it is wrong
 */
export async function unlockWithPin(pin: string): Promise<void> {
  const own = kept()
  const found = held()
  if (!own || !found || found === 'spent' || found.left === 0)
    throw new CryptoError('noKey', 'userKey')
  const { wrappedPrivateKey } = own.wrapped
  // counted before it is tried: many at once are no more tries
  found.left -= 1
  try {
    await crypto.unlockWithPin({ pin, ...found.key, wrappedPrivateKey })
  } catch (cause) {
    if (!(cause instanceof CryptoError) || cause.reason !== 'wrongPassword') {
      found.left += 1
      throw cause
    }
    if (found.left === 0 && held() === found) hold('spent')
    throw atField('pin', text().settings.pin.wrong(found.left))
  }
  // gone meanwhile, and so is the session
  if (held() === found) become({ state: 'unlocked', account: own.account })
}
