import { paths } from '../paths'

/**
 * Where somebody wanted to go before they had to sign in, by the `to` of the address: a path of this
 * app, never another site's.
 */
export function destination(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/')) return paths.home()
  // browsers read these as "another server": the last because they skip such characters
  if (to.startsWith('//') || to.includes('\\') || /[\t\n\r]/.test(to)) return paths.home()
  return to
}

/** The address of a page of signing in that leads on to `wanted`. */
export function comingFrom(wanted: string, page: string): string {
  return wanted === paths.home() ? page : `${page}?${new URLSearchParams({ to: wanted })}`
}
