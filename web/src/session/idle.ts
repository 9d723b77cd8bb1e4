import { useSyncExternalStore } from 'react'
import { lockHere } from './lock'
import { accountOf, session } from './state'

/** Minutes without a sign of life until the vault locks. */
export type LockAfter = number | 'never'

/** What a person can choose from. */
export const LOCK_AFTER_CHOICES: readonly LockAfter[] = [1, 5, 15, 30, 60, 240, 'never']

const DEFAULT: LockAfter = 15
const CHECK_EVERY = 5_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

const listeners = new Set<() => void>()
let lastSign = Date.now()

const nameOf = (account: string): string => `wardstead.lock.${account}`

/** When the vault of this account locks by itself on this device. */
export function lockAfter(): LockAfter {
  const account = accountOf(session())
  const chosen = account && localStorage.getItem(nameOf(account.id))
  return LOCK_AFTER_CHOICES.find((choice) => String(choice) === chosen) ?? DEFAULT
}

export function chooseLockAfter(choice: LockAfter): void {
  const account = accountOf(session())
  if (!account) return
  localStorage.setItem(nameOf(account.id), String(choice))
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLockAfter = (): LockAfter => useSyncExternalStore(subscribe, lockAfter)

/** Locks when it is time. */
function check(): void {
  const after = lockAfter()
  if (session().state !== 'unlocked' || after === 'never') return
  // by the clock, not by counting: a machine that slept was idle
  if (Date.now() - lastSign >= after * 60_000) void lockHere()
}

/** A person is there; but somebody who comes back too late finds the vault locked. */
export function signOfLife(): void {
  check()
  lastSign = Date.now()
}

/** Watches the person from now on. */
export function watchIdle(): void {
  for (const sign of SIGNS)
    document.addEventListener(sign, signOfLife, { capture: true, passive: true })
  document.addEventListener('visibilitychange', check)
  setInterval(check, CHECK_EVERY)
}
