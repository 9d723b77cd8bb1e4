import { setTimeout } from 'node:timers/promises'

/** What `look` finds, as soon as it finds something; `what` says in the failure what was awaited. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`)
    await setTimeout(50)
  }
}
