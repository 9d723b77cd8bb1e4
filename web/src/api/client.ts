import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '../i18n'
import { ApiError } from './error'
import type { components, paths } from './schema.gen'

export type Schema = components['schemas']

/** What the session does for calls. */
export interface Authority {
  /** The access token; null when nobody is signed in. */
  token(): Promise<string | null>
  /** Another one in place of one the server refused; null when the session is over. */
  replace(refused: string): Promise<string | null>
  /** The server refuses even a fresh one. */
  refused(): void
}

/** Nobody is signed in until the session says so. */
let authority: Authority = {
  token: async () => null,
  replace: async () => null,
  refused: () => {},
}

/** The session registers itself here, so that `api` needs to know nothing of it. */
export function authorizeWith(session: Authority): void {
  authority = session
}

/** The protocol as this app knows it: whoever names none is not sent the kinds of items of later years. */
const PROTOCOL = '2026.9.0'

const headers: Middleware = {
  async onRequest({ request, schemaPath }) {
    request.headers.set('Accept-Language', language())
    // The operator's pages go by a cookie, and signing in needs no token.
    if (schemaPath.startsWith('/api/')) {
      request.headers.set('Bitwarden-Client-Version', PROTOCOL)
      const token = await authority.token()
      if (token) request.headers.set('Authorization', `Bearer ${token}`)
    }
    return request
  },
}

/** Sends a call; one whose token the server refuses is sent again with another, once. */
async function send(request: Request): Promise<Response> {
  const token = request.headers.get('Authorization')?.slice('Bearer '.length)
  if (!token) return globalThis.fetch(request)
  // a body can be read once
  const again = request.clone()
  const response = await globalThis.fetch(request)
  if (response.status !== 401) return response
  const fresh = await authority.replace(token)
  if (!fresh) return response
  again.headers.set('Authorization', `Bearer ${fresh}`)
  const second = await globalThis.fetch(again)
  if (second.status === 401) authority.refused()
  return second
}

/** The server, by the paths of its OpenAPI document. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: send,
})
api.use(headers)

/**
 * The body of an answer.
 *
 * @throws ApiError with the server's own words, or `Unreachable` when there was no answer.
 */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let outcome: Awaited<typeof call>
  try {
    outcome = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw ApiError.unreachable()
  }
  if (!outcome.response.ok) throw ApiError.from(outcome.response, outcome.error)
  return outcome.data as T
}
