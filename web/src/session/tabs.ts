import type { Kept } from './kept'
import { isSomebodyPresent } from './presence'

/** What tabs tell each other. No key and no password is ever said. */
export type Word =
  /** The person logged out of this account. */
  | { say: 'left'; account: string }
  /** The person locked this account. */
  | { say: 'locked'; account: string }
  /** A new tab asks who is signed in. */
  | { say: 'whoIsThere'; tab: string }
  /** The answer to that tab: what it needs to begin, locked. */
  | { say: 'signedIn'; tab: string; kept: Kept }

const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wardstead.session')

export function tell(word: Word): void {
  channel?.postMessage(word)
}

/** Hears what other tabs say, never what this one does, until what it answers is called. */
export function hear(listener: (word: Word) => void): () => void {
  const heard = ({ data }: MessageEvent<Word>) => listener(data)
  channel?.addEventListener('message', heard)
  return () => channel?.removeEventListener('message', heard)
}

/** How long a new tab waits for another, in milliseconds. */
const PATIENCE = 100

/** What another tab keeps of the session; null when nobody is signed in anywhere. */
export async function askOtherTabs(): Promise<Kept | null> {
  // mostly nobody is there, and nobody waits for an answer then
  if (!channel || !(await isSomebodyPresent())) return null
  const tab = crypto.randomUUID()
  return new Promise((resolve) => {
    const finish = (kept: Kept | null): void => {
      stop()
      clearTimeout(patience)
      resolve(kept)
    }
    const stop = hear((word) => {
      if (word.say === 'signedIn' && word.tab === tab) finish(word.kept)
    })
    const patience = setTimeout(() => finish(null), PATIENCE)
    tell({ say: 'whoIsThere', tab })
  })
}
