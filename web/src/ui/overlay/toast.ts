import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  /** One line, done and over: failures belong where the action was. */
  message: string
  tone: 'ok' | 'info' | 'bad'
  /** One thing to do about it, e.g. Undo. */
  action?: { label: string; onPress: () => void }
}

const SHOWN_FOR = 6_000
const WITH_ACTION = 10_000

let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

function set(changed: readonly Toast[]): void {
  toasts = changed
  for (const listener of listeners) listener()
}

/** Says `message` at the edge of the page. Failures stay until they are closed. */
export function toast(message: string, more: Partial<Omit<Toast, 'id' | 'message'>> = {}): void {
  set([...toasts.slice(-2), { tone: 'ok', ...more, id: next++, message }])
}

export const dismiss = (id: number): void => set(toasts.filter((one) => one.id !== id))

/** Ends all of them: what they tell belongs to whoever was here. */
export const dismissAll = (): void => set([])

/** How long one stays, or null when only a person closes it. */
export function stays({ tone, action }: Toast): number | null {
  if (tone === 'bad') return null
  return action ? WITH_ACTION : SHOWN_FOR
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts)
