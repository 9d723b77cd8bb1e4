import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { person, signIn, signInRoutes } from '../../test/person'
import { type Asked, serve } from '../../test/server'
import { crypto } from '../crypto'
import { beginSession, lock, logOut, session, syncQuery, unlock } from '.'
import { lockHere } from './lock'
import { PIN_TRIES, pin, removePin, setPin, unlockWithPin } from './pin'
import { become } from './state'

const right = 'été7'

let asked: Asked[]

beforeAll(() => beginSession())

beforeEach(async () => {
  asked = serve(signInRoutes)
  await signIn()
})

afterEach(() => logOut())

const wrong = (at = 1) => expect(unlockWithPin(`wrong ${at}`)).rejects

// a PIN is slow to try, on purpose
describe('a PIN', { timeout: 60_000 }, () => {
  it('opens a locked vault, without the server and without a trace', async () => {
    const text = await crypto.encryptText('user', 'mine')
    expect(pin()).toBe('none')
    await setPin(right)
    expect(pin()).toBe('set')
    await lock()
    const before = asked.length
    await unlockWithPin(right)
    expect(session()).toMatchObject({ state: 'unlocked', account: { id: person.id } })
    expect(await crypto.decryptText({ key: 'user', text })).toBe('mine')
    expect(asked).toHaveLength(before)
    const stored = JSON.stringify({ ...sessionStorage, ...localStorage })
    expect(stored).not.toContain(right)
    // it opens the vault as often as it is locked, by another tab too
    await lockHere()
    await unlockWithPin(right)
    expect(session().state).toBe('unlocked')
  })

  it('has four characters at least', async () => {
    for (const short of ['', '123', '🗝🗝🗝'])
      await expect(setPin(short)).rejects.toHaveProperty('fields', {
        pin: ['A PIN has at least 4 characters.'],
      })
    expect(pin()).toBe('none')
  })

  it('takes the place of another, and can be taken back', async () => {
    await setPin('another')
    await setPin(right)
    await lock()
    await expect(unlockWithPin('another')).rejects.toHaveProperty('fields.pin')
    await unlockWithPin(right)
    removePin()
    expect(pin()).toBe('none')
    await lock()
    await expect(unlockWithPin(right)).rejects.toMatchObject({ reason: 'noKey' })
    expect(session().state).toBe('locked')
  })

  it('is forgotten after five wrong tries, however they come', async () => {
    await setPin(right)
    await lock()
    await wrong().toHaveProperty('fields.pin', ['This is not your PIN. 4 tries are left.'])
    await wrong().toHaveProperty('fields.pin', ['This is not your PIN. 3 tries are left.'])
    const many = [1, 2, 3, 4, 5].map((at) => unlockWithPin(`wrong ${at}`))
    const ends = await Promise.allSettled([...many, unlockWithPin(right)])
    expect(ends.map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    expect(pin()).toBe('spent')
    expect(session().state).toBe('locked')
    await expect(unlockWithPin(right)).rejects.toMatchObject({ reason: 'noKey' })
    await unlock(person.password)
    expect(pin()).toBe('none')
  })

  it('has all its tries again once the vault was opened', async () => {
    await setPin(right)
    for (const open of [() => unlockWithPin(right), () => unlock(person.password)]) {
      await lock()
      await wrong().toHaveProperty('fields.pin', [
        `This is not your PIN. ${PIN_TRIES - 1} tries are left.`,
      ])
      await open()
    }
    expect(pin()).toBe('set')
  })

  it('is forgotten with the session, locked or not', async () => {
    await setPin(right)
    await logOut()
    expect(pin()).toBe('none')
    await signIn()
    await setPin(right)
    await lock()
    await logOut()
    await signIn()
    await lock()
    expect(pin()).toBe('none')
    await expect(unlockWithPin(right)).rejects.toMatchObject({ reason: 'noKey' })
  })

  it('is not another account’s', async () => {
    await setPin(right)
    become({ state: 'locked', account: { ...person, id: 'somebody else' } })
    expect(pin()).toBe('none')
  })

  it('stays out of a session that ended while it was made or tried', async () => {
    const making = setPin(right)
    await logOut()
    await expect(making).rejects.toMatchObject({ reason: 'locked' })
    expect(pin()).toBe('none')
    await signIn()
    await setPin(right)
    await lock()
    const trying = unlockWithPin(right)
    await logOut()
    await expect(trying).rejects.toMatchObject({ reason: 'locked' })
    expect(session().state).toBe('signedOut')
  })
})

describe('an organization', () => {
  const sync = (policy: object, organization: object = {}) => ({
    profile: {
      organizations: [
        { id: 'acme', name: 'Acme', enabled: true, usePolicies: true, ...organization },
      ],
    },
    policies: [{ organizationId: 'acme', type: 14, enabled: true, ...policy }],
  })

  it.each([
    ['takes the PIN away where its policy says so', sync({}), 'none'],
    ['leaves it while that is off', sync({ enabled: false }), 'set'],
    ['leaves it by another policy', sync({ type: 13 }), 'set'],
    ['leaves it by another one’s policy', sync({ organizationId: 'other' }), 'set'],
    ['leaves it when it has no policies', sync({}, { usePolicies: false }), 'set'],
    ['leaves it while it is stopped', sync({}, { enabled: false }), 'set'],
  ])('%s', async (_, answer, expected) => {
    serve({ ...signInRoutes, 'GET /api/sync': () => answer })
    await setPin(right)
    const { signal } = new AbortController()
    await syncQuery().queryFn?.({ signal } as never)
    expect(pin()).toBe(expected)
  })
})
