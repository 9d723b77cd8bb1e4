import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type Form,
  formOf,
  granted,
  lastToken,
  person,
  personKeys,
  signInRoutes,
  token,
} from '../../test/person'
import { Answered, type Asked, serve, unreachable } from '../../test/server'
import { answer, api } from '../api'
import { crypto, type SignUpKeys } from '../crypto'
import {
  abandonLogIn,
  answerNewDevice,
  answerTwoStep,
  beginSession,
  changePassword,
  lock,
  logIn,
  logOut,
  mailNewDeviceCode,
  mailTwoStepCode,
  onLock,
  session,
  unlock,
} from '.'
import { takeUp } from './begin'
import { keep, kept } from './kept'

const { id, email, name, password, kdf } = person
type Route = (form: Form) => unknown

const status = (code: number, body?: unknown) => new Answered(code, body)

let keys: SignUpKeys

beforeAll(async () => {
  keys = await personKeys()
  await beginSession()
})

beforeEach(async () => {
  await abandonLogIn()
  await logOut()
  localStorage.clear()
})

const server = (more: Record<string, Route> = {}): Asked[] => {
  const routes: Record<string, Route> = {
    'GET /api/accounts/profile': () => ({ organizations: [] }),
    ...more,
  }
  const named = Object.entries(routes).map(([name, route]) => [
    name,
    (asked: Asked) => route(formOf(asked)),
  ])
  return serve({ ...signInRoutes, ...Object.fromEntries(named) })
}

const profile = () => answer(api.GET('/api/accounts/profile'))
const bearer = (asked: Asked) => asked.headers.get('Authorization')
const grants = (asked: Asked[], kind: string) =>
  asked.filter((one) => formOf(one).grant_type === kind)

describe('logging in', () => {
  it('opens the account and says who it is', async () => {
    const asked = server()
    expect(await logIn({ email: ` ${email}`, password })).toBe('done')
    expect(session()).toEqual({ state: 'unlocked', account: { id, email, name, kdf } })
    expect(grants(asked, 'password')[0]?.body).toMatchObject({
      client_id: 'web',
      scope: 'api offline_access',
      username: email,
      deviceIdentifier: localStorage.getItem('wardstead.device'),
    })
    const text = await crypto.encryptText('user', 'mine')
    expect(await crypto.decryptText({ key: 'user', text })).toBe('mine')
  })

  it('sends no password, and keeps no secret', async () => {
    const asked = server()
    await logIn({ email, password })
    expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain(password)
    const stored = JSON.stringify({ ...sessionStorage, ...localStorage })
    expect(stored).not.toContain(password)
    expect(stored).not.toContain(keys.authentication.masterPasswordAuthenticationHash)
    expect(stored).not.toContain('head.')
  })

  it('is refused for a wrong password', async () => {
    server()
    await expect(logIn({ email, password: 'wrong' })).rejects.toMatchObject({ reason: 'password' })
    expect(session().state).toBe('signedOut')
    expect(kept()).toBeNull()
    await expect(crypto.encryptText('user', 'a')).rejects.toThrow('locked')
  })

  const failures: [string, Record<string, Route>, object][] = [
    [
      'an unsafe derivation',
      {
        'POST /identity/accounts/prelogin/password': () => ({
          kdfSettings: { ...kdf, iterations: 1 },
        }),
      },
      { reason: 'kdf', object: 'masterKey' },
    ],
    [
      'no server',
      { 'POST /identity/accounts/prelogin/password': unreachable },
      { name: 'ApiError', status: 0 },
    ],
    [
      'no server for the token',
      { 'POST /identity/connect/token': unreachable },
      { name: 'ApiError', status: 0 },
    ],
    [
      'too many tries',
      {
        'POST /identity/connect/token': () =>
          new Response('{}', { status: 429, headers: { 'Retry-After': '30' } }),
      },
      { status: 429, retryAfter: 30 },
    ],
    [
      'an account without a master password',
      { 'POST /identity/connect/token': () => granted({ Key: null }) },
      { name: 'LogInError', reason: 'noMasterPassword' },
    ],
    [
      'keys of another account',
      {
        'POST /identity/connect/token': () =>
          granted({ Key: keys.encryptedPrivateKey, PrivateKey: keys.encryptedPrivateKey }),
      },
      { object: 'userKey', reason: 'wrongPassword' },
    ],
  ]
  it.each(failures)('is refused with %s', async (_, routes, expected) => {
    server(routes)
    await expect(logIn({ email, password })).rejects.toMatchObject(expected)
    expect(session().state).toBe('signedOut')
    expect(kept()).toBeNull()
  })
})

describe('the second step', () => {
  const required = () =>
    status(400, {
      error: 'invalid_grant',
      error_description: 'Two factor required.',
      TwoFactorProviders: ['0', '1'],
      TwoFactorProviders2: { '0': null, '1': { Email: 'o***@example.com' }, '99': null },
    })
  const twoStep: Record<string, Route> = {
    'POST /identity/connect/token': (body) => {
      if (body.twoFactorToken === undefined) return required()
      if (body.twoFactorProvider === '5')
        return body.twoFactorToken === 'remembered' ? granted() : required()
      if (body.twoFactorToken !== '123456')
        return status(400, {
          error: 'invalid_grant',
          error_description:
            body.twoFactorToken === 'disabled' ? 'account_disabled' : 'invalid_two_factor_token',
          ErrorModel: { Message: 'Two-step token is invalid. Try again.' },
        })
      return granted(body.twoFactorRemember === '1' ? { TwoFactorToken: 'remembered' } : {})
    },
    'POST /api/two-factor/send-email-login': () => null,
  }

  it('is asked for, and a right code ends it', async () => {
    const asked = server(twoStep)
    expect(await logIn({ email, password })).toBe('twoStep')
    expect(session()).toEqual({
      state: 'twoStep',
      email,
      offers: [
        { method: 'authenticator', details: null },
        { method: 'email', details: { Email: 'o***@example.com' } },
      ],
    })
    await mailTwoStepCode()
    expect(asked.at(-1)?.body).toEqual({
      email,
      masterPasswordHash: keys.authentication.masterPasswordAuthenticationHash,
      deviceIdentifier: localStorage.getItem('wardstead.device'),
    })
    const wrongCode = answerTwoStep({ method: 'authenticator', code: '000000' })
    await expect(wrongCode).rejects.toMatchObject({ reason: 'code' })
    expect(session().state).toBe('twoStep')
    const disabled = answerTwoStep({ method: 'authenticator', code: 'disabled' })
    await expect(disabled).rejects.not.toHaveProperty('reason')
    expect(await answerTwoStep({ method: 'authenticator', code: ' 123456 ' })).toBe('done')
    expect(session().state).toBe('unlocked')
  })

  it('is spared where it was remembered, until that lapses', async () => {
    server(twoStep)
    await logIn({ email, password })
    await answerTwoStep({ method: 'email', code: '123456', remember: true })
    await logOut()
    expect(await logIn({ email: email.toUpperCase(), password })).toBe('done')
    await logOut()
    localStorage.setItem('wardstead.remembered', JSON.stringify({ [email]: 'lapsed' }))
    const asked = server(twoStep)
    expect(await logIn({ email, password })).toBe('twoStep')
    expect(grants(asked, 'password')[0]?.body).toMatchObject({ twoFactorToken: 'lapsed' })
    await abandonLogIn()
    expect(session()).toEqual({ state: 'signedOut', because: null })
    expect(await logIn({ email, password })).toBe('twoStep')
    expect(grants(asked, 'password').at(-1)?.body).not.toHaveProperty('twoFactorToken')
  })

  it('cannot go on after it was given up', async () => {
    server(twoStep)
    await logIn({ email, password })
    await abandonLogIn()
    await expect(answerTwoStep({ method: 'email', code: '123456' })).rejects.toThrow()
  })
})

describe('a new device', () => {
  it('is verified by a mailed code', async () => {
    const asked = server({
      'POST /identity/connect/token': (body) => {
        if (body.newDeviceOtp === '654321') return granted()
        const said = body.newDeviceOtp
          ? 'invalid new device otp'
          : 'New device verification required'
        return status(400, {
          error: 'device_error',
          error_description: said.toLowerCase(),
          ErrorModel: { Message: said },
        })
      },
      'POST /api/accounts/resend-new-device-otp': () => null,
    })
    expect(await logIn({ email, password })).toBe('newDevice')
    expect(session()).toEqual({ state: 'newDevice', email })
    await mailNewDeviceCode()
    expect(asked.at(-1)?.body).toEqual({
      email,
      masterPasswordHash: keys.authentication.masterPasswordAuthenticationHash,
    })
    await expect(answerNewDevice('000000')).rejects.toMatchObject({ reason: 'code' })
    expect(session().state).toBe('newDevice')
    expect(await answerNewDevice('654321')).toBe('done')
  })
})

describe('locking', () => {
  it('drops the keys, and the password brings them back without the server', async () => {
    server()
    await logIn({ email, password })
    const text = await crypto.encryptText('user', 'mine')
    let dropped = 0
    const stop = onLock(() => {
      dropped += 1
    })
    await lock()
    expect(session().state).toBe('locked')
    expect(dropped).toBe(1)
    await expect(crypto.decryptText({ key: 'user', text })).rejects.toThrow('locked')
    const asked = server()
    await expect(unlock('wrong')).rejects.toMatchObject({ reason: 'wrongPassword' })
    expect(session().state).toBe('locked')
    await unlock(password)
    expect(session().state).toBe('unlocked')
    expect(await crypto.decryptText({ key: 'user', text })).toBe('mine')
    expect(asked).toEqual([])
    stop()
  })

  it('is where a reload leads', async () => {
    server()
    await logIn({ email, password })
    const before = kept()
    await logOut()
    if (before) keep(before)
    await takeUp()
    expect(session()).toEqual({ state: 'locked', account: { id, email, name, kdf } })
  })

  it('is not where a reload leads when what was kept is broken', async () => {
    for (const broken of ['', '{', 'null', '{"account":{}}', '[1]']) {
      sessionStorage.setItem('wardstead.session', broken)
      await takeUp()
      expect(session().state).toBe('signedOut')
    }
  })
})

describe('the access token', () => {
  it('goes with each call, and a lapsing one is replaced once for all', async () => {
    const asked = server({
      'POST /identity/connect/token': (body) =>
        granted(body.grant_type === 'password' ? { expires_in: 30 } : {}),
    })
    await logIn({ email, password })
    await Promise.all([profile(), profile(), profile()])
    expect(grants(asked, 'refresh_token')).toHaveLength(1)
    expect(grants(asked, 'refresh_token')[0]?.body).toEqual({
      grant_type: 'refresh_token',
      client_id: 'web',
      refresh_token: 'refresh',
    })
    const used = asked.filter(({ path }) => path.endsWith('profile')).map(bearer)
    expect(new Set(used)).toEqual(new Set([`Bearer ${lastToken()}`]))
  })

  it('is replaced when the server refuses it, and the call sent again', async () => {
    let first = true
    const asked = server({
      'POST /api/accounts/password-hint': () => {
        const refused = first
        first = false
        return refused ? status(401) : null
      },
    })
    await logIn({ email, password })
    await answer(api.POST('/api/accounts/password-hint', { body: { email } }))
    const calls = asked.filter(({ path }) => path.endsWith('hint'))
    expect(calls.map(({ body }) => body)).toEqual([{ email }, { email }])
    expect(bearer(calls[0] as Asked)).not.toBe(bearer(calls[1] as Asked))
  })

  it('ends the session when the server refuses a new one', async () => {
    server({
      'POST /identity/connect/token': (body) =>
        body.grant_type === 'password' ? token(body) : status(400, { error: 'invalid_grant' }),
      'GET /api/accounts/profile': () => status(401),
    })
    await logIn({ email, password })
    await expect(profile()).rejects.toMatchObject({ status: 401 })
    expect(session()).toEqual({ state: 'signedOut', because: 'endedElsewhere' })
    expect(kept()).toBeNull()
    await expect(crypto.encryptText('user', 'a')).rejects.toThrow('locked')
  })

  it('ends the session when the server refuses even a new one', async () => {
    const asked = server({ 'GET /api/accounts/profile': () => status(401) })
    await logIn({ email, password })
    await expect(profile()).rejects.toMatchObject({ status: 401 })
    expect(asked.filter(({ path }) => path.endsWith('profile'))).toHaveLength(2)
    expect(session()).toEqual({ state: 'signedOut', because: 'ended' })
  })

  it('survives a disturbance', async () => {
    server({
      'POST /identity/connect/token': (body) =>
        body.grant_type === 'password' ? token(body) : unreachable(),
      'GET /api/accounts/profile': () => status(401),
    })
    await logIn({ email, password })
    await expect(profile()).rejects.toMatchObject({ status: 0 })
    expect(session().state).toBe('unlocked')
  })

  it('is missing when nobody is signed in', async () => {
    const asked = server({ 'GET /api/config': () => ({}) })
    await answer(api.GET('/api/config'))
    expect(asked[0]?.headers.has('Authorization')).toBe(false)
  })
})

describe('another password', () => {
  it('is set with the proof of the old one, and ends the session', async () => {
    const asked = server({
      'POST /api/accounts/verify-password': () => ({}),
      'POST /api/accounts/password': () => null,
    })
    await logIn({ email, password })
    await changePassword({ current: password, next: 'Élodie aime les chevaux', hint: null })
    const body = asked.at(-1)?.body as {
      masterPasswordHash: string
      newMasterPasswordHash: string
      unlockData: { masterKeyWrappedUserKey: string }
    }
    expect(body).toMatchObject({
      masterPasswordHash: keys.authentication.masterPasswordAuthenticationHash,
      masterPasswordHint: null,
      authenticationData: { kdf, salt: email },
      unlockData: { kdf, salt: email },
    })
    expect(body.newMasterPasswordHash).not.toBe(body.masterPasswordHash)
    expect(session()).toEqual({ state: 'signedOut', because: 'passwordChanged' })
    const account = {
      wrappedUserKey: body.unlockData.masterKeyWrappedUserKey,
      wrappedPrivateKey: keys.encryptedPrivateKey,
    }
    const next = { email, password: 'Élodie aime les chevaux', kdf }
    expect(await crypto.unlock({ ...next, ...account })).toHaveProperty('publicKey', keys.publicKey)
    await crypto.lock()
  })

  it('leaves the session as it was when the old one is wrong', async () => {
    const asked = server({
      'POST /api/accounts/verify-password': () =>
        status(400, { message: 'User verification failed.', code: 'wrong_password' }),
    })
    await logIn({ email, password })
    const changing = changePassword({ current: 'wrong', next: 'next', hint: null })
    await expect(changing).rejects.toHaveProperty('fields', {
      current: ['This is not your master password.'],
    })
    expect(asked.at(-1)?.path).toBe('/api/accounts/verify-password')
    expect(session().state).toBe('unlocked')
  })
})
