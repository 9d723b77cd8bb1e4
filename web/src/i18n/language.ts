import { useSyncExternalStore } from 'react'
import type { Messages } from './en'
import { first } from './en/first'

/** The languages people can choose. */
export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français' }

const KEPT = 'wardstead.language'

interface Current {
  language: Language
  messages: Messages
}

/** What each language says before anyone is signed in, and what it says later. */
const FIRST = {
  en: async () => first,
  fr: async () => (await import('./fr/first')).first,
}
const REST = {
  en: async () => (await import('./en/rest')).rest,
  fr: async () => (await import('./fr/rest')).rest,
}

// whoever says more than the first words waits for the rest: `speakOfAll`
let current: Current = { language: 'en', messages: first as Messages }
let whole: Promise<void> | null = null
const listeners = new Set<() => void>()

/** The language a person chose on this device, else the browser's first one we speak. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages]
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().startsWith(language))
    if (found) return found
  }
  return 'en'
}

/** Speaks `language` from now on, everywhere at once; `keep` remembers it on this device. */
export async function speak(language: Language, keep = false): Promise<void> {
  const isWhole = whole !== null
  const [first, rest] = await Promise.all([FIRST[language](), isWhole ? REST[language]() : {}])
  // asked for all meanwhile
  if (isWhole !== (whole !== null)) return speak(language, keep)
  if (keep) localStorage.setItem(KEPT, language)
  current = { language, messages: { ...first, ...rest } as Messages }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Says everything there is to say from now on. Pages wait for it, but for those that open the app. */
export function speakOfAll(): Promise<void> {
  whole ??= speak(current.language).catch((failure) => {
    whole = null
    throw failure
  })
  return whole
}

/** The catalogue outside components; inside, `useText`. */
export const text = (): Messages => current.messages

/** The language outside components; inside, `useLanguage`. */
export const language = (): Language => current.language

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const snapshot = (): Current => current

/** Every sentence of the app, in the language of now. A component that calls it follows a switch. */
export const useText = (): Messages => useSyncExternalStore(subscribe, snapshot).messages

/** The language of now. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, snapshot).language
