import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { beAbsent, bePresent, isSomebodyPresent } from './presence'
import { askOtherTabs, type Word } from './tabs'

const held: { name: string }[] = []

/** The locks of a browser, as far as they are shared by all who ask. */
const locks = {
  query: async () => ({ held: [...held] }),
  async request(name: string, _: LockOptions, act: () => Promise<void>) {
    const lock = { name }
    held.push(lock)
    await act()
    held.splice(held.indexOf(lock), 1)
  },
}

beforeEach(() => {
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
})
afterEach(() => {
  beAbsent()
  Reflect.deleteProperty(navigator, 'locks')
})

it('is known in all tabs while somebody is signed in', async () => {
  expect(await isSomebodyPresent()).toBe(false)
  bePresent()
  bePresent()
  expect(await isSomebodyPresent()).toBe(true)
  expect(held).toHaveLength(1)
  beAbsent()
  await vi.waitFor(() => expect(held).toEqual([]))
  expect(await isSomebodyPresent()).toBe(false)
})

it('spares a new tab the question where nobody is there to answer it', async () => {
  const otherTab = new BroadcastChannel('wardstead.session')
  const heard: Word[] = []
  otherTab.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    heard.push(data)
    if (data.say !== 'whoIsThere') return
    otherTab.postMessage({ say: 'signedIn', tab: data.tab, kept: null })
  })
  expect(await askOtherTabs()).toBeNull()
  bePresent()
  await askOtherTabs()
  otherTab.close()
  expect(heard.map(({ say }) => say)).toEqual(['whoIsThere'])
})

it('is not ruled out where the browser cannot tell', async () => {
  Reflect.deleteProperty(navigator, 'locks')
  expect(await isSomebodyPresent()).toBe(true)
})
