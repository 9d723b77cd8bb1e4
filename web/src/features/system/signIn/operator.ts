import { queryOptions } from '@tanstack/react-query'
import { ApiError, answer, api, type Schema } from '../../../api'

/** An operator's session: a cookie the browser keeps, and what every change must carry besides. */
export type Operator = Schema['OperatorSessionResponse']

let antiforgery = ''
let refused = (): void => {}

/** Says what happens when the server no longer knows the session. */
export function whenRefused(act: () => void): void {
  refused = act
}

api.use({
  onResponse({ response, schemaPath }) {
    const asks = schemaPath.startsWith('/admin/') && !schemaPath.startsWith('/admin/login')
    if (asks && response.status === 401) refused()
  },
  onRequest({ request, schemaPath }) {
    if (schemaPath.startsWith('/admin/') && antiforgery)
      request.headers.set('X-Antiforgery', antiforgery)
    return request
  },
})

const opened = (session: Operator): Operator => {
  antiforgery = session.antiforgery
  return session
}

/** Who is signed in as operator; null when nobody is. */
export const operator = () =>
  queryOptions({
    queryKey: ['system', 'operator'],
    queryFn: async ({ signal }): Promise<Operator | null> => {
      try {
        return opened(await answer(api.GET('/admin/session', { signal })))
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 401) return null
        throw cause
      }
    },
  })

/** Asks for a link by mail; the answer is the same whoever asks. */
export async function askForLink(email: string): Promise<void> {
  await answer(api.POST('/admin/login', { body: { email } }))
}

/** Opens a session with the token of a link, and the code of operators who have a second step. */
export async function openSession(token: string, code: string | null = null): Promise<Operator> {
  return opened(await answer(api.POST('/admin/login/confirm', { body: { token, code } })))
}

export async function closeSession(): Promise<void> {
  await answer(api.POST('/admin/logout'))
  antiforgery = ''
}
