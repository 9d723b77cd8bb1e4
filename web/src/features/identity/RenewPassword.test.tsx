import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { formOf, granted, person as owner, personKeys, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, type Asked, serve } from '../../../test/server'
import { Guarded } from '../../portals/Guarded'
import { logIn, logOut, session } from '../../session'
import { takeUp } from '../../session/begin'
import { Page } from './RenewPasswordPage'

const better = 'Correct-horse battery 7 staples'
const strict = {
  Object: 'masterPasswordPolicy',
  MinLength: 20,
  RequireUpper: true,
  RequireNumbers: true,
  EnforceOnLogin: true,
}

/** A server with an organization's rules, which keeps the password it is given. */
function server(policy: object, more: Parameters<typeof serve>[0] = {}): Asked[] {
  let key: string | null = null
  const asked = serve({
    ...signInRoutes,
    'POST /identity/connect/token': () =>
      granted({ MasterPasswordPolicy: policy, ...(key && { Key: key }) }),
    'POST /api/accounts/verify-password': () => ({}),
    'POST /api/accounts/password': (one) => {
      key = formOf(one).key ?? null
    },
    ...more,
  })
  return asked
}

const enter = () => logIn({ email: owner.email, password: owner.password })
const demanded = () => {
  const now = session()
  return now.state === 'unlocked' || now.state === 'locked' ? now.account.demanded : null
}

afterEach(logOut)

describe('what organizations demand of a password at login', () => {
  const met = { minLength: 8, requireLower: true, minComplexity: 2 }
  const cases: [string, object, boolean][] = [
    ['nothing', { Object: 'masterPasswordPolicy' }, false],
    ['more, but not at login', { ...strict, EnforceOnLogin: false }, false],
    ['what it has, in the other case', { ...met, enforceOnLogin: true }, false],
    ['less than we ask of new ones', { MinLength: 6, EnforceOnLogin: true }, false],
    ['more', strict, true],
  ]
  it.each(cases)('%s', async (_, policy, expected) => {
    server(policy)
    expect(await enter()).toBe('done')
    expect(demanded() != null).toBe(expected)
  })

  it('is known behind a second step, and after a reload', async () => {
    server(strict, {
      'POST /identity/connect/token': (one) =>
        formOf(one).newDeviceOtp
          ? granted({ MasterPasswordPolicy: strict })
          : new Answered(400, { ErrorModel: { Message: 'New device verification required' } }),
    })
    const { answerNewDevice } = await import('../../session')
    expect(await enter()).toBe('newDevice')
    expect(await answerNewDevice('123456')).toBe('done')
    expect(demanded()).toMatchObject({ minLength: 20, upper: true })
    await takeUp()
    expect(session().state).toBe('locked')
    expect(demanded()).toMatchObject({ minLength: 20, upper: true })
  })

  it('comes before every other page', async () => {
    server(strict)
    await enter()
    const { at } = show(() => <Guarded>the vault</Guarded>, { address: '/vault' })
    await expect.poll(at).toBe('/login/password')
    expect(screen.queryByText('the vault')).toBeNull()
  })
})

describe('a better master password', () => {
  const fill = async (
    person: ReturnType<typeof show>['person'],
    { next = better, current = owner.password as string } = {},
  ) => {
    const put = async (label: string, text: string) => {
      await person.clear(await screen.findByLabelText(label))
      // at once: how strong it is, is estimated at every change
      await person.paste(text)
    }
    await put('Current master password', current)
    await put('New master password', next)
    await put('Master password, once more', next)
    await person.click(screen.getByRole('button', { name: 'Change it and continue' }))
  }

  it('is taken when it has what is demanded, and leads on', async () => {
    const asked = server(strict)
    await enter()
    const { person, at } = show(Page, { address: '/login/password?to=%2Fsettings%2Fdevices' })
    await fill(person, { next: 'Short 7 enough' })
    expect(await screen.findByText(/Something is still missing/)).toBeTruthy()
    expect(screen.getByText('At least 20 characters')).toBeTruthy()
    expect(asked.some(({ path }) => path === '/api/accounts/password')).toBe(false)
    await fill(person)
    await expect.poll(at).toBe('/settings/devices')
    expect(session().state).toBe('unlocked')
    expect(demanded()).toBeUndefined()
    const [old] = asked.filter(({ path }) => path === '/api/accounts/password')
    const { authentication } = await personKeys()
    expect(old?.body).toMatchObject({
      masterPasswordHash: authentication.masterPasswordAuthenticationHash,
    })
  })

  it('stays on the page with a wrong present one', async () => {
    server(strict, {
      'POST /api/accounts/verify-password': () =>
        new Answered(400, { message: 'No.', code: 'wrong_password' }),
    })
    await enter()
    const { person, at } = show(Page, { address: '/login/password' })
    await fill(person, { current: 'wrong' })
    expect(await screen.findByText('This is not your master password.')).toBeTruthy()
    expect(at()).toBe('/login/password')
  })

  it('leads to log in again when that does not work by itself', async () => {
    let isChanged = false
    server(strict, {
      'POST /identity/connect/token': () =>
        isChanged ? new Response('{}', { status: 429 }) : granted({ MasterPasswordPolicy: strict }),
      'POST /api/accounts/password': () => {
        isChanged = true
      },
    })
    await enter()
    const { person, at } = show(Page, { address: '/login/password' })
    await fill(person)
    await expect.poll(at).toBe('/login')
    expect(session()).toEqual({ state: 'signedOut', because: 'passwordChanged' })
  })

  it('is asked of nobody else', async () => {
    server({})
    await enter()
    const { at } = show(Page, { address: '/login/password' })
    await expect.poll(at).toBe('/home')
  })
})
