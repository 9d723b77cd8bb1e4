/** A lock that every tab holds in which somebody is signed in, all of them together. */
const SIGNED_IN = 'wardstead.session'

let depart: (() => void) | null = null

// browsers have them where the connection is safe
const locks = (): LockManager | undefined => navigator.locks

/** Shows other tabs that somebody is signed in here. */
export function bePresent(): void {
  if (depart) return
  const present = new Promise<void>((gone) => {
    depart = gone
  })
  void locks()?.request(SIGNED_IN, { mode: 'shared' }, () => present)
}

/** Shows them that nobody is any more. */
export function beAbsent(): void {
  depart?.()
  depart = null
}

/** Whether somebody is signed in in some tab; where the browser cannot tell, it may be. */
export async function isSomebodyPresent(): Promise<boolean> {
  const all = await locks()?.query()
  return !all || (all.held ?? []).some(({ name }) => name === SIGNED_IN)
}
