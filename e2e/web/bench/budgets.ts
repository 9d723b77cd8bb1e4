/** What is measured, by the name it is taken under, and what it may be at most. */
export interface Budget {
  of: string
  what: string
  unit: 'ms' | 'MB' | '%' | ''
  /** Null for what is told without being bound. */
  limit: number | null
}

/** The bounds of the pages that are measured in a browser; those of sizes are in `web/scripts`. */
export const BUDGETS: readonly Budget[] = [
  { of: 'loginCold', what: 'login page painted, cold, slow line, CPU 4x', unit: 'ms', limit: 1200 },
  { of: 'loginWarm', what: 'login page painted, warm, slow line, CPU 4x', unit: 'ms', limit: 500 },
  { of: 'loginReady', what: 'login page ready, cold, slow line, CPU 4x', unit: 'ms', limit: 1500 },
  { of: 'loginShift', what: 'login page, layout shift', unit: '', limit: 0.02 },
  { of: 'membersFirst', what: 'members: first rows', unit: 'ms', limit: 1000 },
  { of: 'membersAll', what: 'members: all rows', unit: 'ms', limit: 2000 },
  { of: 'membersWeight', what: 'members: transfer', unit: 'MB', limit: 1.5 },
  { of: 'membersShift', what: 'members: layout shift', unit: '', limit: 0.02 },
  { of: 'inpUsual', what: 'interaction to paint, p75', unit: 'ms', limit: 50 },
  { of: 'inpWorst', what: 'interaction to paint, p98', unit: 'ms', limit: 100 },
  { of: 'inpUsualSlow', what: 'interaction to paint, p75, CPU 4x', unit: 'ms', limit: 150 },
  { of: 'inpWorstSlow', what: 'interaction to paint, p98, CPU 4x', unit: 'ms', limit: 200 },
  { of: 'filter', what: 'key in the search to its rows, slowest', unit: 'ms', limit: 50 },
  {
    of: 'filterSlow',
    what: 'key in the search to its rows, slowest, CPU 4x',
    unit: 'ms',
    limit: 100,
  },
  { of: 'frames', what: 'scroll: frames over 33 ms', unit: '%', limit: 5 },
  { of: 'membersLong', what: 'longest task in the list, after load', unit: 'ms', limit: 100 },
  { of: 'route', what: 'another page, warm', unit: 'ms', limit: 100 },
  { of: 'routeBack', what: 'back to the list, warm', unit: 'ms', limit: 100 },
  { of: 'membersHeap', what: 'memory with the list open', unit: 'MB', limit: 60 },
  // below that it is what the collector leaves by chance
  { of: 'growth', what: 'memory grown over 50 changes of page', unit: 'MB', limit: 1 },
  { of: 'derivation', what: 'vault: key derivation', unit: 'ms', limit: null },
  { of: 'vaultFirst', what: 'vault: first items, after it', unit: 'ms', limit: 1500 },
  { of: 'vaultAll', what: 'vault: all items decrypted, after it', unit: 'ms', limit: 4000 },
  { of: 'vaultLong', what: 'vault: longest task meanwhile', unit: 'ms', limit: 100 },
  { of: 'vaultHeap', what: 'memory with the vault open', unit: 'MB', limit: null },
]

/** What has a bound and cannot be measured, and why. */
export const UNMEASURED: readonly (readonly [what: string, why: string])[] = [
  ['provider overview with 300 clients', 'there is no such page yet'],
  ['bulk confirm, 50 members a second', 'nobody here has accepted, so nobody can be confirmed'],
]
