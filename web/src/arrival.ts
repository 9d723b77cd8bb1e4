import { paths } from './paths'
import { ours } from './shim'

/** Where somebody came in, and where that leads. */
export interface Arrival {
  /** The path of ours, below `/app`. */
  path: string
  /** What stays in the address. */
  query: string
  /** What is taken out of it and handed to the page. */
  said: URLSearchParams
}

/** Pages that links lead to: what those say are tokens and addresses, and nobody's business. */
const LINKED: readonly RegExp[] = [
  /^\/join\//,
  /^\/setup\//,
  /^\/send\//,
  /^\/recover\/delete(\/|$)/,
  new RegExp(`^${paths.front.finishSignup()}$`),
  new RegExp(`^${paths.front.verifyEmail()}$`),
  new RegExp(`^${paths.system.login()}$`),
]

/** Pages that other clients and services open, each by a file name of its own. */
const CONNECTORS: Readonly<Record<string, string>> = {
  '/sso-connector.html': 'sso',
  '/webauthn-connector.html': 'webauthn',
  '/webauthn-mobile-connector.html': 'webauthn',
  '/webauthn-fallback-connector.html': 'webauthn',
  '/passkey-connector.html': 'passkey',
  '/duo-redirect-connector.html': 'duo',
  '/proxy-cookie-redirect-connector.html': 'proxy',
}

/** Where the mailed link of a registration leads first; what follows `#` is as after `/#/`. */
const REDIRECT = '/redirect-connector.html'
const BASE = '/app'

function wanted({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): string {
  const connector = CONNECTORS[pathname]
  // what services say to a page that does not exist yet is kept by nobody
  if (connector) return paths.front.connector(connector)
  if (pathname === REDIRECT) return ours(hash) ?? paths.home()
  const byHash = hash.startsWith('#/') ? ours(hash) : null
  if (byHash) return byHash
  const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : ''
  return path === '' || path === '/' ? paths.home() : path + search
}

/** What `address` leads to. */
export function arrival(address: Pick<URL, 'pathname' | 'search' | 'hash'>): Arrival {
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/.exec(wanted(address)) ?? []
  if (!LINKED.some((page) => page.test(path))) return { path, query, said: new URLSearchParams() }
  return { path, query: '', said: new URLSearchParams(query) }
}

/** The address that shows `arrival`. */
export function addressOf({ path, query }: Arrival): string {
  return `${BASE}${path}${query === '' ? '' : `?${query}`}`
}
