import type { Plugin } from 'vite'

const ANNOUNCER = '/react-aria/dist/private/live-announcer/'
const EMPTIED = /\.innerHTML\s*=\s*''/g

/**
 * Lets React Aria empty its live regions without markup: the pages' policy (Trusted Types) refuses any
 * that is assigned, even none, and what was on the page would be gone.
 */
export function withoutMarkup(): Plugin {
  return {
    name: 'without-markup',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes(ANNOUNCER)) return null
      const mended = code.replaceAll(EMPTIED, '.replaceChildren()')
      if (mended === code) this.error('React Aria empties its live regions in another way now')
      return { code: mended, map: null }
    },
  }
}
