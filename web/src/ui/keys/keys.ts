import { useSyncExternalStore } from 'react'
import { type Command, commandsNow } from './commands'

const KEPT = 'wardstead.keys'
const SEQUENCE = 1_000

const listeners = new Set<() => void>()

/** Whether single letters do something; people who speak to their machine switch that off. */
export const hasSingleKeys = (): boolean => localStorage.getItem(KEPT) !== 'off'

export function setSingleKeys(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, hasSingleKeys)

/** Whether keys belong to what is typed into. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="textbox"]',
    ) !== null
  )
}

/** How a key press is written in `Command.keys`. */
export function written(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    // a question mark is one however it is typed
    ...(event.shiftKey && /^[a-z]$|^.{2,}$/.test(key) ? ['Shift'] : []),
    upper(key),
  ]
  return parts.join('+')
}

const upper = (key: string): string => (/^[a-z]$/.test(key) ? key.toUpperCase() : key)

const plain = (keys: string): string =>
  keys.replace(/(?<![a-z])[a-z](?![a-z])/g, (letter) => letter.toUpperCase())

/** Runs commands by their keys, until what it returns is called. */
export function listenForKeys(go: (href: string) => void): () => void {
  let before = ''
  let since = 0
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const now = written(event)
    const isChord = now.startsWith('Mod+')
    if (!isChord && (isTyping(event.target) || !hasSingleKeys() || isInModal())) return
    const sequence = Date.now() - since < SEQUENCE ? `${before} ${now}` : now
    const found = find(sequence) ?? find(now)
    before = now
    since = Date.now()
    if (!found) return
    event.preventDefault()
    before = ''
    if (found.href !== undefined) go(found.href)
    else found.run?.()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

const find = (keys: string): Command | undefined =>
  commandsNow().findLast((command) => command.keys !== undefined && plain(command.keys) === keys)

/** A dialog has the page to itself. */
const isInModal = (): boolean =>
  document.querySelector('[role="dialog"]:not([data-keys]), [role="alertdialog"]') !== null
