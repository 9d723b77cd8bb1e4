/** What tabs tell each other. No key and no password is ever said. */
export type Word =
  /** The person logged out of this account. */
  | { say: 'left'; account: string }
  /** The person locked this account. */
  | { say: 'locked'; account: string }

const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('wardstead.session')

export function tell(word: Word): void {
  channel?.postMessage(word)
}

/** Hears what other tabs say, never what this one does. */
export function hear(listener: (word: Word) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => listener(data))
}
