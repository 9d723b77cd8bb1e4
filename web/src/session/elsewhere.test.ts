import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { formOf, signIn, signInRoutes, token } from '../../test/person'
import { Answered, type Asked, serve } from '../../test/server'
import { beginSession, chooseLockAfter, lock, logOut, session } from '.'

const REVISION = '/api/accounts/revision-date'

const asks = (asked: Asked[]) => asked.filter(({ path }) => path === REVISION).length

/** So many minutes later, somebody comes back to the page. */
function back(minutes: number, event = 'focus') {
  vi.setSystemTime(Date.now() + minutes * 60_000)
  window.dispatchEvent(new Event(event))
}

const going = () => serve({ ...signInRoutes, [`GET ${REVISION}`]: () => 1 })

const ended = () =>
  serve({
    ...signInRoutes,
    'POST /identity/connect/token': (asked: Asked) => {
      const form = formOf(asked)
      const isRefresh = form.grant_type === 'refresh_token'
      return isRefresh ? new Answered(400, { error: 'invalid_grant' }) : token(form)
    },
    [`GET ${REVISION}`]: () => new Answered(401),
  })

beforeAll(() => beginSession())
afterAll(() => vi.useRealTimers())

beforeEach(async () => {
  // never the minute of the test before
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  going()
  await signIn()
  chooseLockAfter('never')
})

afterEach(async () => {
  await logOut()
  localStorage.clear()
})

describe('coming back to a page', () => {
  it('asks whether the session goes on, once a minute at most', async () => {
    const asked = going()
    back(0)
    await expect.poll(() => asks(asked)).toBe(1)
    back(0.9)
    back(0.2)
    await expect.poll(() => asks(asked)).toBe(2)
    expect(session().state).toBe('unlocked')
  })

  it.each(['unlocked', 'locked'])('ends a session that was ended elsewhere: %s', async (state) => {
    if (state === 'locked') await lock()
    ended()
    back(1)
    await expect.poll(() => session().state).toBe('signedOut')
    // without an access token nobody knows whether it had time left
    const because = state === 'locked' ? 'ended' : 'endedElsewhere'
    expect(session()).toEqual({ state: 'signedOut', because })
  })

  it('says nothing of elsewhere when the session had come to its end', async () => {
    ended()
    back(120)
    await expect.poll(session).toEqual({ state: 'signedOut', because: 'ended' })
  })

  it('asks nothing while nobody is signed in, or nobody looks', async () => {
    const asked = going()
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    back(1)
    hidden.mockRestore()
    await logOut()
    back(1)
    await signIn()
    expect(asks(asked)).toBe(0)
    document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => asks(asked)).toBe(1)
  })
})
