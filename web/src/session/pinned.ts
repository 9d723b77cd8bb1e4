import { useSyncExternalStore } from 'react'
import type { PinnedKey } from '../crypto'
import type { Sync } from './queries'

/** The key of an account under a PIN. It is kept here alone: never in a storage, never sent. */
export interface Pinned {
  account: string
  key: PinnedKey
  /** How many wrong tries it still bears. */
  left: number
}

/** Whether a PIN opens the vault of this tab; `spent` once too many wrong ones were tried. */
export type Pin = 'none' | 'set' | 'spent'

let current: Pinned | 'spent' | null = null
const listeners = new Set<() => void>()

/** Only `pin` and `queries` change it. */
export function hold(next: typeof current): void {
  current = next
  for (const listener of [...listeners]) listener()
}

export const held = (): typeof current => current

export function pin(): Pin {
  if (current === null) return 'none'
  return current === 'spent' ? 'spent' : 'set'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** As `pin`, for a component. */
export const usePin = (): Pin => useSyncExternalStore(subscribe, pin)

/** The protocol's number of the policy. */
const REMOVE_PIN = 14

/** The names of the organizations that let no vault of their members be opened with a PIN. */
export const pinForbidders = ({
  policies,
  profile,
}: Pick<Sync, 'policies' | 'profile'>): string[] =>
  profile.organizations
    .filter(({ enabled, usePolicies }) => enabled && usePolicies)
    .filter(({ id }) =>
      policies.some((it) => it.type === REMOVE_PIN && it.enabled && it.organizationId === id),
    )
    .map(({ name }) => name)
