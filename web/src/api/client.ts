import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '../i18n'
import { ApiError } from './error'
import type { components, paths } from './schema.gen'

export type Schema = components['schemas']

/** Where the session gives its access token from; nobody is signed in until it says so. */
let tokenOf: () => Promise<string | null> = async () => null

/** Told when the server no longer accepts the session. */
let refused: () => void = () => {}

/** The session registers itself here, so that `api` needs to know nothing of it. */
export function authorizeWith(token: () => Promise<string | null>, onRefused: () => void): void {
  tokenOf = token
  refused = onRefused
}

const headers: Middleware = {
  async onRequest({ request, schemaPath }) {
    request.headers.set('Accept-Language', language())
    // The operator's pages go by a cookie, and signing in needs no token.
    if (schemaPath.startsWith('/api/')) {
      const token = await tokenOf()
      if (token) request.headers.set('Authorization', `Bearer ${token}`)
    }
    return request
  },
  onResponse({ response, schemaPath, request }) {
    if (
      response.status === 401 &&
      schemaPath.startsWith('/api/') &&
      request.headers.has('Authorization')
    )
      refused()
  },
}

/** The server, by the paths of its OpenAPI document. */
// `fetch` is looked up at call time so that tests can stand in for the server
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: (request) => globalThis.fetch(request),
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
