import { ApiError } from '../api'
import { language } from '../i18n'

/** Posts to a route that takes no token, while nobody is signed in yet. */
export async function post(path: string, body: unknown): Promise<void> {
  let response: Response
  try {
    response = await globalThis.fetch(path, {
      method: 'POST',
      headers: { 'Accept-Language': language(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
    })
  } catch {
    throw ApiError.unreachable()
  }
  if (!response.ok) throw ApiError.from(response, await response.json().catch(() => null))
}
