import { ApiError, answer, api } from '../api'
import { type Credentials, crypto, type KdfSettings } from '../crypto'
import { demandedInstead } from './demand'
import { CLIENT, device } from './device'
import { askForToken, bearer, type Granted, HurdleError, TokenRefused } from './grant'
import { keep } from './kept'
import { changePassword } from './password'
import { post } from './post'
import { forgetTwoStep, rememberedTwoStep, rememberTwoStep } from './remembered'
import { accountOf, become, session, type TwoStepMethod } from './state'
import { takeToken } from './token'

/** Why signing in did not work, where the page has words of its own for it. */
export class LogInError extends ApiError {
  constructor(
    readonly reason: 'password' | 'code' | 'noMasterPassword',
    cause: ApiError,
  ) {
    super(cause.status, cause.message, cause.fields, cause.correlation, cause.retryAfter)
    this.name = 'LogInError'
  }
}

/** Where signing in has got to. */
export type LogInStep = 'done' | 'twoStep' | 'newDevice'

/**
 * A login the server has not granted yet. The password and what proves it are kept here, in memory only:
 * what organizations ask of it is known at the end.
 */
interface Attempt {
  email: string
  password: string
  kdf: KdfSettings
  hash: string
}

let attempt: Attempt | null = null

/** The protocol's number of each second step, and of the two that are no choice. */
const NUMBERS: Readonly<Record<TwoStepMethod | 'remembered' | 'recovery', string>> = {
  authenticator: '0',
  email: '1',
  duo: '2',
  yubikey: '3',
  webauthn: '7',
  remembered: '5',
  recovery: '8',
}

/**
 * Signs in with the master password. `twoStep` and `newDevice` say that the server wants more:
 * `answerTwoStep` and `answerNewDevice` go on from there.
 *
 * @throws LogInError, ApiError, CryptoError
 */
export async function logIn(who: { email: string; password: string }): Promise<LogInStep> {
  await abandonLogIn()
  const email = who.email.trim()
  const { kdfSettings: kdf } = await answer(
    api.POST('/identity/accounts/prelogin/password', { body: { email } }),
  )
  const hash = await crypto.deriveForLogin({ email, password: who.password, kdf })
  attempt = { email, password: who.password, kdf, hash }
  const remembered = rememberedTwoStep(email)
  if (!remembered) return ask()
  return ask({
    twoFactorToken: remembered,
    twoFactorProvider: NUMBERS.remembered,
    twoFactorRemember: '0',
  })
}

/** Answers the second step; `remember` asks for none on this device for a while. */
export async function answerTwoStep(proof: {
  method: TwoStepMethod | 'recovery'
  code: string
  remember?: boolean
}): Promise<LogInStep> {
  return ask({
    twoFactorToken: proof.code.trim(),
    twoFactorProvider: NUMBERS[proof.method],
    twoFactorRemember: proof.remember ? '1' : '0',
  })
}

/** Answers with the code that was mailed because the device is new. */
export async function answerNewDevice(code: string): Promise<LogInStep> {
  return ask({ newDeviceOtp: code.trim() })
}

/** Has another code mailed for the second step. */
export async function mailTwoStepCode(): Promise<void> {
  const { email, hash } = attempting()
  await post('/api/two-factor/send-email-login', {
    email,
    masterPasswordHash: hash,
    deviceIdentifier: device().identifier,
  })
}

/** Has another code mailed for a new device. */
export async function mailNewDeviceCode(): Promise<void> {
  const { email, hash } = attempting()
  await post('/api/accounts/resend-new-device-otp', { email, masterPasswordHash: hash })
}

/**
 * Changes the master password, which ends every session, and signs in with the new one.
 *
 * @throws as `changePassword` and `logIn` do; after the first of them the person is signed out.
 */
export async function renewPassword(
  change: Parameters<typeof changePassword>[0],
): Promise<LogInStep> {
  const email = accountOf(session())?.email ?? ''
  await changePassword(change)
  return logIn({ email, password: change.next })
}

/** Gives up a login half done. */
export async function abandonLogIn(): Promise<void> {
  attempt = null
  const now = session()
  if (now.state === 'twoStep' || now.state === 'newDevice')
    become({ state: 'signedOut', because: null })
  if (now.state !== 'unlocked') await crypto.lock()
}

function attempting(): Attempt {
  // a reload in the midst of it, or a step asked for that nobody began
  if (!attempt) throw new ApiError(400, '')
  return attempt
}

/** Tries the attempt, with something more. */
async function ask(more: Record<string, string> = {}): Promise<LogInStep> {
  const { email, password, kdf, hash } = attempting()
  const { identifier, type, name } = device()
  try {
    const granted = await askForToken({
      grant_type: 'password',
      client_id: CLIENT,
      scope: 'api offline_access',
      username: email,
      password: hash,
      deviceType: String(type),
      deviceIdentifier: identifier,
      deviceName: name,
      ...more,
    })
    if (granted.TwoFactorToken) rememberTwoStep(email, granted.TwoFactorToken)
    await enter(granted, { email, password, kdf })
    return 'done'
  } catch (cause) {
    if (cause instanceof HurdleError) return stop(cause, email)
    if (!(cause instanceof TokenRefused) || cause.status !== 400) throw cause
    if (cause.isWrongCode) throw new LogInError('code', cause)
    throw cause.isWrongPassword ? new LogInError('password', cause) : cause
  }
}

function stop({ hurdle }: HurdleError, email: string): LogInStep {
  if (hurdle.kind === 'newDevice') {
    become({ state: 'newDevice', email })
    return 'newDevice'
  }
  // what was remembered did not help: it lapsed
  forgetTwoStep(email)
  become({ state: 'twoStep', email, offers: hurdle.offers })
  return 'twoStep'
}

/** Opens the account with what the server granted. */
async function enter(granted: Granted, { kdf, ...who }: Credentials): Promise<void> {
  const wrappedPrivateKey =
    granted.AccountKeys?.publicKeyEncryptionKeyPair.wrappedPrivateKey ?? granted.PrivateKey
  if (!granted.Key || !wrappedPrivateKey || !granted.refresh_token)
    throw new LogInError('noMasterPassword', new ApiError(400, ''))
  const wrapped = { wrappedUserKey: granted.Key, wrappedPrivateKey }
  const opened = await crypto.openAccount(wrapped)
  const demanded = await demandedInstead(granted.MasterPasswordPolicy, who)
  attempt = null
  takeToken(granted)
  const account = { ...bearer(granted.access_token), kdf, ...(demanded && { demanded }) }
  keep({ account, refreshToken: granted.refresh_token, wrapped })
  become({ state: 'unlocked', account })
  // other programs of the person look for it; nothing here waits for it, or fails without it
  answer(
    api.POST('/api/accounts/key-management/user-key-id', {
      body: { userKeyId: opened.userKeyId },
    }),
  ).catch(() => {})
}
