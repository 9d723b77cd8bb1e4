import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { person, signIn, signInRoutes } from '../../test/person'
import { serve } from '../../test/server'
import { beginSession, chooseLockAfter, lock, lockAfter, logOut, session } from '.'
import { takeUp } from './begin'
import { signOfLife } from './idle'
import { forget, kept } from './kept'
import { become } from './state'
import type { Word } from './tabs'

/** Another tab, as far as this one hears of it. */
const otherTab = new BroadcastChannel('wardstead.session')

/** The next thing this tab says. */
const nextWord = (): Promise<Word> =>
  new Promise((resolve) => {
    otherTab.addEventListener('message', ({ data }) => resolve(data), { once: true })
  })

const state = (wanted: string) => vi.waitFor(() => expect(session().state).toBe(wanted))

beforeAll(() => beginSession())

beforeEach(async () => {
  localStorage.clear()
  serve(signInRoutes)
  await signIn()
})

afterEach(async () => {
  vi.useRealTimers()
  await logOut()
})

describe('idle', () => {
  const minutes = (n: number) => n * 60_000
  /** So many minutes later. */
  const later = (n: number) => {
    vi.setSystemTime(Date.now() + minutes(n))
    document.dispatchEvent(new Event('visibilitychange'))
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    signOfLife()
  })

  it('a session locks after a quarter of an hour', () => {
    later(14.9)
    expect(session().state).toBe('unlocked')
    later(0.1)
    expect(session().state).toBe('locked')
  })

  it.each(['pointerdown', 'keydown', 'wheel', 'touchstart'])('not, after a %s', (sign) => {
    later(14)
    document.dispatchEvent(new Event(sign))
    later(14)
    expect(session().state).toBe('unlocked')
  })

  it('a session locks although the first sign comes after hours of sleep', () => {
    vi.setSystemTime(Date.now() + minutes(600))
    document.dispatchEvent(new Event('pointerdown'))
    expect(session().state).toBe('locked')
  })

  it('a session locks when the person wants', () => {
    expect(lockAfter()).toBe(15)
    chooseLockAfter(1)
    expect(lockAfter()).toBe(1)
    later(1)
    expect(session().state).toBe('locked')
  })

  it('a session never locks only when that was chosen', () => {
    chooseLockAfter('never')
    later(60_000)
    expect(session().state).toBe('unlocked')
  })

  it('a session locks in time when the choice is none of ours', () => {
    localStorage.setItem(`wardstead.lock.${person.id}`, '99999')
    later(15)
    expect(session().state).toBe('locked')
  })
})

describe('other tabs', () => {
  it('hear of a log-out and of a lock', async () => {
    const locked = nextWord()
    await lock()
    expect(await locked).toEqual({ say: 'locked', account: person.id })
    const left = nextWord()
    await logOut()
    expect(await left).toEqual({ say: 'left', account: person.id })
  })

  it('end and lock the session here too', async () => {
    otherTab.postMessage({ say: 'locked', account: person.id })
    await state('locked')
    otherTab.postMessage({ say: 'left', account: person.id })
    await state('signedOut')
    expect(kept()).toBeNull()
  })

  it('of another account change nothing here', async () => {
    otherTab.postMessage({ say: 'left', account: 'somebody else' })
    otherTab.postMessage({ say: 'locked', account: 'somebody else' })
    // what is answered after those two was heard after them
    const answer = nextWord()
    otherTab.postMessage({ say: 'whoIsThere', tab: 'new' })
    await answer
    expect(session().state).toBe('unlocked')
  })

  it('begin locked, with what this one keeps and no key', async () => {
    const answer = nextWord()
    otherTab.postMessage({ say: 'whoIsThere', tab: 'new' })
    const word = await answer
    expect(word).toEqual({ say: 'signedIn', tab: 'new', kept: kept() })
    expect(JSON.stringify(word)).not.toContain(person.password)
  })

  it('give a new tab its session', async () => {
    const own = kept()
    forget()
    become({ state: 'signedOut', because: null })
    const asked = nextWord()
    const taken = takeUp()
    const word = await asked
    expect(word.say).toBe('whoIsThere')
    const tab = word.say === 'whoIsThere' ? word.tab : ''
    otherTab.postMessage({ say: 'signedIn', tab: 'somebody else', kept: own })
    otherTab.postMessage({ say: 'signedIn', tab, kept: own })
    await taken
    expect(session()).toMatchObject({ state: 'locked', account: { id: person.id } })
    expect(kept()).toEqual(own)
  })
})
