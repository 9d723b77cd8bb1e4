import type { CDPSession, Page } from 'playwright-core'
import type { Account } from '../src/account'
import { WORDS } from '../src/words'
import { heap, noted, now, press, pressed, slowDown } from './probe'
import { goThrough } from './session'
import { percentile, type Taken } from './taken'
import { openLocked, ROW } from './vault'

const { en: words } = WORDS
const SLOWER = 4
const COUNT = 'search [role=status]'
/** What is looked for, a key at a time, and taken back: each leaves other rows than the one before. */
const LOOKED_FOR = ['42', '71']
/** How often the page is left and come back to, two changes each. */
const ROUND_TRIPS = 25

/** Goes through the list of an organization of `count` members. */
export async function visitMembers(
  page: Page,
  devtools: CDPSession,
  who: Account,
  organization: string,
  count: number,
): Promise<Taken> {
  await openLocked(page, `/org/${organization}/overview`, who)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: words.organizations.overview.title }).waitFor()
  await page.waitForLoadState('networkidle')

  const weighed = weigh(devtools, `/api/organizations/${organization}/users`)
  const [first = Number.NaN, all = Number.NaN] = await pressed(
    page,
    () => follow(page, words.members.title),
    { selector: ROW },
    { selector: COUNT, words: words.ui.table.count(count, count) },
  )
  const { shift, pressedAt, long: sofar } = await noted(page)
  const opened = await heap(devtools)
  // looking for what memory holds is a long task itself
  const since = await now(page)

  const taken: Taken = {
    membersFirst: first,
    membersAll: all,
    membersWeight: await weighed,
    membersShift: shift,
    membersHeap: opened,
  }
  for (const [speed, rate] of [['', 1] as const, ['Slow', SLOWER] as const]) {
    await slowDown(devtools, rate)
    taken[`filter${speed}`] = await filtering(page)
    const interactions = await goThrough(page)
    taken[`inpUsual${speed}`] = percentile(interactions, 75)
    taken[`inpWorst${speed}`] = percentile(interactions, 98)
    if (rate === 1) {
      const { long } = await noted(page)
      const after = [
        ...sofar.filter(([at]) => at > pressedAt + all),
        ...long.filter(([at]) => at > since),
      ]
      taken.membersLong = Math.max(0, ...after.map(([, taken]) => taken))
      taken.frames = await scrolling(page)
    }
  }
  await slowDown(devtools, 1)
  return { ...taken, ...(await comingAndGoing(page, devtools)) }
}

/** Follows the link of the navigation. */
const follow = (page: Page, name: string): Promise<void> =>
  press(page, page.getByRole('navigation').getByRole('link', { name, exact: true }))

/** How many bytes the next answer of `path` takes on the line, in megabytes. */
async function weigh(devtools: CDPSession, path: string): Promise<number> {
  await devtools.send('Network.enable')
  const asked = new Promise<string>((found) => {
    devtools.on('Network.responseReceived', ({ requestId, response }) => {
      if (new URL(response.url).pathname === path) found(requestId)
    })
  })
  const ended = new Map<string, number>()
  return new Promise((found) => {
    const look = async (): Promise<void> => {
      const weight = ended.get(await asked)
      if (weight !== undefined) found(weight / 1_000_000)
    }
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      ended.set(requestId, encodedDataLength)
      void look()
    })
  })
}

/** The slowest key in the search, until what it leaves of the list is painted. */
async function filtering(page: Page): Promise<number> {
  await page.getByRole('searchbox').last().click()
  const taken: number[] = []
  const keys = LOOKED_FOR.flatMap((word) => [...word, ...Array(word.length).fill('Backspace')])
  for (const key of keys) {
    const without = (await page.locator(COUNT).textContent()) ?? ''
    const act = () => page.keyboard.press(key)
    taken.push(...(await pressed(page, act, { selector: COUNT, without })))
  }
  return Math.max(...taken)
}

/** How many frames in a hundred took more than 33 ms while the list was scrolled. */
async function scrolling(page: Page): Promise<number> {
  await page.locator(ROW).first().hover()
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const taken: number[] = []
        let last = Number.NaN
        let moved = Number.NaN
        // from the first move to a little after the last: what rests takes no time
        document.addEventListener('scroll', () => (moved = performance.now()), true)
        const note = (now: number): void => {
          if (moved <= now) taken.push(now - last)
          last = now
          if (now - moved > 300) done(taken.slice(1))
          else requestAnimationFrame(note)
        }
        requestAnimationFrame(note)
      }),
  )
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
  }
  const taken = await frames
  return (100 * taken.filter((one) => one > 33.4).length) / taken.length
}

/** Leaves the list and comes back to it, again and again. */
async function comingAndGoing(page: Page, devtools: CDPSession): Promise<Taken> {
  const away: number[] = []
  const back: number[] = []
  const trip = async (): Promise<void> => {
    const elsewhere = words.organizations.overview.title
    const leave = () => follow(page, elsewhere)
    away.push(...(await pressed(page, leave, { selector: 'h1', words: elsewhere })))
    back.push(...(await pressed(page, () => follow(page, words.members.title), { selector: ROW })))
  }
  // what is loaded or made once is no growth
  for (let round = 0; round < 3; round += 1) await trip()
  const before = await heap(devtools)
  for (let round = 0; round < ROUND_TRIPS; round += 1) await trip()
  return {
    route: percentile(away, 50),
    routeBack: percentile(back, 50),
    growth: (await heap(devtools)) - before,
  }
}
