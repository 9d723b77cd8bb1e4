/** Where people go who wanted nowhere in particular. */
const HOME = '/home'

/**
 * Where somebody wanted to go before they had to sign in, by the `to` of the address: a path of this
 * app, never another site's.
 */
export function destination(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return HOME
  // browsers read both as "another server"
  if (to.startsWith('//') || to.includes('\\')) return HOME
  return to
}
