/** Where people go who wanted nowhere in particular. */
const HOME = '/home'

/**
 * Where somebody wanted to go before they had to sign in, by the `to` of the address: a path of this
 * app, never another site's.
 */
export function destination(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return HOME
  // browsers read these as "another server": the last because they skip such characters
  if (to.startsWith('//') || to.includes('\\') || /[\t\n\r]/.test(to)) return HOME
  return to
}
