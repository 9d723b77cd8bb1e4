import { ApiError } from '../api'
import { language } from '../i18n'
import type { TwoStepMethod, TwoStepOffer } from './state'

/** What the token endpoint answers, as far as this app reads it. */
export interface Granted {
  access_token: string
  /** In seconds. */
  expires_in: number
  refresh_token?: string
  Key?: string | null
  PrivateKey?: string | null
  AccountKeys?: { publicKeyEncryptionKeyPair: { wrappedPrivateKey: string } } | null
  /** What organizations ask of master passwords. */
  MasterPasswordPolicy?: object | null
  /** For next time, when the person asked to be remembered. */
  TwoFactorToken?: string
}

/** What stands between a right password and a token. */
export type Hurdle = { kind: 'twoStep'; offers: readonly TwoStepOffer[] } | { kind: 'newDevice' }

/** Thrown where the server wants more than a password. */
export class HurdleError extends Error {
  constructor(readonly hurdle: Hurdle) {
    super(hurdle.kind)
  }
}

/** The token endpoint's refusal. */
export class TokenRefused extends ApiError {
  constructor(
    cause: ApiError,
    /** What it is called in the protocol. */
    readonly description: string,
  ) {
    super(cause.status, cause.message, cause.fields, cause.correlation, cause.retryAfter)
    this.name = 'TokenRefused'
  }

  get isWrongPassword(): boolean {
    return this.description === 'invalid_username_or_password'
  }

  /** Of the second step, or of a new device. */
  get isWrongCode(): boolean {
    return ['invalid_two_factor_token', 'invalid new device otp'].includes(this.description)
  }
}

interface Refused {
  error_description?: string
  ErrorModel?: { Message?: string } | null
  TwoFactorProviders2?: Record<string, Record<string, unknown> | null> | null
}

const METHODS: Readonly<Record<string, TwoStepMethod>> = {
  '0': 'authenticator',
  '1': 'email',
  '2': 'duo',
  '3': 'yubikey',
  '6': 'duo',
  '7': 'webauthn',
}

function hurdle(refused: Refused): Hurdle | null {
  const offered = Object.entries(refused.TwoFactorProviders2 ?? {})
  if (offered.length > 0) {
    const offers = offered.flatMap(([number, details]) => {
      const method = METHODS[number]
      return method ? [{ method, details }] : []
    })
    return { kind: 'twoStep', offers }
  }
  // compared by clients letter for letter, so never translated
  if (refused.ErrorModel?.Message?.toLowerCase() === 'new device verification required')
    return { kind: 'newDevice' }
  return null
}

/**
 * Asks for a token.
 *
 * @throws HurdleError when something is missing, TokenRefused when it is refused.
 */
export async function askForToken(form: Record<string, string>): Promise<Granted> {
  let response: Response
  try {
    response = await globalThis.fetch('/identity/connect/token', {
      method: 'POST',
      headers: { 'Accept-Language': language() },
      body: new URLSearchParams(form),
      credentials: 'omit',
      cache: 'no-store',
    })
  } catch {
    throw ApiError.unreachable()
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as Granted
  const refused = (body ?? {}) as Refused
  const found = hurdle(refused)
  if (found) throw new HurdleError(found)
  throw new TokenRefused(ApiError.from(response, body), refused.error_description ?? '')
}

/** Who an access token is for. It is not verified: the server does that at each call. */
export function bearer(accessToken: string): { id: string; email: string; name: string | null } {
  const claims = accessToken.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
  const bytes = Uint8Array.from(atob(claims), (character) => character.charCodeAt(0))
  const { sub, email, name } = JSON.parse(new TextDecoder().decode(bytes))
  return { id: String(sub), email: String(email), name: name ? String(name) : null }
}
