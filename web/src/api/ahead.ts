import type { components } from './schema.gen'

/*
 * Routes the server has and `schema.gen.ts` does not name yet, by the shapes of `crates/wire`. Once it
 * names them, these declarations clash with it: then this file goes, and nothing else changes.
 */

type Schema = components['schemas']

/** A call that takes a body and answers nothing. */
interface Call<Body, Path = undefined> {
  parameters: {
    query?: never
    header?: never
    cookie?: never
  } & (Path extends undefined ? { path?: never } : { path: Path })
  requestBody: { content: { 'application/json': Body } }
  responses: { 200: { headers: { [name: string]: unknown }; content?: never } }
}

interface Others {
  parameters: { query?: never; header?: never; path?: never; cookie?: never }
  get?: never
  delete?: never
  options?: never
  head?: never
  patch?: never
  trace?: never
}

interface Posted<Body> extends Others {
  put?: never
  post: Call<Body>
}

interface Put<Body, Path> extends Others {
  put: Call<Body, Path>
  post?: never
}

declare module './schema.gen' {
  interface paths {
    '/api/accounts/email-token': Posted<{ newEmail: string; masterPasswordHash: string }>
    '/api/accounts/email': Posted<
      { newEmail: string; token: string } & Schema['ChangePasswordRequest']
    >
    '/api/accounts/delete-recover': Posted<{ email: string }>
    '/api/accounts/delete-recover-token': Posted<{ userId: string; token: string }>
    '/api/accounts/key-management/rotate-user-account-keys': Posted<object>
    '/api/organizations/{org_id}/users/{user_id}/reset-password-enrollment': Put<
      { resetPasswordKey: string | null; masterPasswordHash: string },
      { org_id: string; user_id: string }
    >
  }
}
