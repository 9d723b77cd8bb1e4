import type { BrowserContext, CDPSession, Locator, Page } from 'playwright-core'

/** What a page notes of itself while it is measured; times in milliseconds, from its opening. */
export interface Noted {
  /** When a key or a button went down last, and how often one did. */
  pressedAt: number
  presses: number
  /** When the largest content was painted. */
  painted: number
  /** How far things moved that nobody moved. */
  shift: number
  /** Tasks of more than 50 ms: when each began, and how long it took. */
  long: [number, number][]
  /** The slowest event of every interaction that took a frame or more. */
  interactions: Record<number, number>
}

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
}
interface Interaction extends PerformanceEntry {
  interactionId: number
}
declare global {
  interface Window {
    noted: Noted
  }
}

/** Runs in the page, before anything of its own. */
function note(): void {
  const noted: Noted = {
    pressedAt: 0,
    presses: 0,
    painted: 0,
    shift: 0,
    long: [],
    interactions: {},
  }
  window.noted = noted
  for (const kind of ['keydown', 'pointerdown'])
    window.addEventListener(
      kind,
      ({ timeStamp }) => {
        noted.pressedAt = timeStamp
        noted.presses += 1
      },
      true,
    )
  const observe = <E extends PerformanceEntry>(
    type: string,
    take: (entry: E) => void,
    more: object = {},
  ): void => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as E)
    })
    observer.observe({ type, buffered: true, ...more })
  }
  observe('largest-contentful-paint', ({ startTime }) => {
    noted.painted = startTime
  })
  observe<Shift>('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) noted.shift += value
  })
  observe('longtask', ({ startTime, duration }) => {
    noted.long.push([startTime, duration])
  })
  observe<Interaction>(
    'event',
    ({ interactionId: id, duration }) => {
      if (id) noted.interactions[id] = Math.max(noted.interactions[id] ?? 0, duration)
    },
    { durationThreshold: 16 },
  )
}

/** A new page that notes what it does, and the way to its developer tools. */
export async function notingPage(
  context: BrowserContext,
): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await context.newPage()
  await page.addInitScript(note)
  return { page, devtools: await context.newCDPSession(page) }
}

/** What the page noted so far. */
export async function noted(page: Page): Promise<Noted> {
  // what happened last is told of a little later
  await page.waitForTimeout(300)
  return page.evaluate(() => window.noted)
}

/** Something to wait for: an element, with these words in it, or without those. */
export interface Sight {
  selector: string
  words?: string
  without?: string
}

/**
 * How long after the press of `act` each of `sights` was painted.
 *
 * The page looks out for them itself, from before the press: nothing of the way to the browser counts.
 */
export async function pressed(
  page: Page,
  act: () => Promise<void>,
  ...sights: readonly Sight[]
): Promise<number[]> {
  const before = await page.evaluate(() => window.noted.presses)
  const found = page.evaluate(
    ({ sights, before }) =>
      Promise.all(
        sights.map(
          ({ selector, words = '', without }) =>
            new Promise<number>((seen, missed) => {
              const { noted } = window
              const end = performance.now() + 30_000
              const look = (): void => {
                const isThere = [...document.querySelectorAll(selector)].some(
                  ({ textContent: text }) => text?.includes(words) && text !== without,
                )
                if (noted.presses > before && isThere) {
                  const { pressedAt } = noted
                  // this frame paints it; the next task is after that
                  const { port1, port2 } = new MessageChannel()
                  port1.onmessage = () => seen(performance.now() - pressedAt)
                  port2.postMessage(null)
                } else if (performance.now() < end) requestAnimationFrame(look)
                else missed(new Error(`never there: ${selector} ${words}`))
              }
              requestAnimationFrame(look)
            }),
        ),
      ),
    { sights, before },
  )
  const [times] = await Promise.all([found, act()])
  return times
}

/**
 * Presses an element by the pointer alone. Playwright's own click looks in the page at what is hit,
 * between the press and what comes of it.
 */
export async function press(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error(`${target} cannot be pressed: it is not to be seen`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

/** Waits until the page shows something, by nothing but a look a frame: no more is put into it. */
export function shown(page: Page, selector: string): Promise<void> {
  return page.evaluate(
    (selector) =>
      new Promise((seen, missed) => {
        const end = performance.now() + 30_000
        const look = (): void => {
          if (document.querySelector(selector)) seen()
          else if (performance.now() < end) requestAnimationFrame(look)
          else missed(new Error(`never there: ${selector}`))
        }
        look()
      }),
    selector,
  )
}

/** The time in the page. */
export const now = (page: Page): Promise<number> => page.evaluate(() => performance.now())

/** When the page first asked the server for something after the last press, from that press. */
export function firstAsked(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { pressedAt } = window.noted
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const first = calls
      .filter((call) => call.initiatorType === 'fetch' && call.startTime > pressedAt)
      .reduce((least, { startTime }) => Math.min(least, startTime), Number.POSITIVE_INFINITY)
    return first - pressedAt
  })
}

/** What the page holds in memory once all that is let go of is gone, in megabytes. */
export async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** Makes the processor as many times slower; 1 is full speed. */
export async function slowDown(devtools: CDPSession, rate: number): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
}
