import type { BrowserContext, Page } from 'playwright-core'

/** What one visit took, by the name of what was done; milliseconds, and megabytes of memory. */
export type Taken = Record<string, number>

/** The line of the plan that pages are judged by: 10 Mbit/s, 40 ms, and a processor four times slower. */
const LINE = {
  offline: false,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
  latency: 40,
}
const SLOWER = 4

/** Opens the login page cold and warm, over a slow line on a slow machine. */
export async function visitLogin(context: BrowserContext): Promise<Taken> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', LINE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const paint = async (): Promise<number> => {
    await page.getByRole('heading', { level: 1 }).waitFor()
    return page.evaluate(
      () =>
        new Promise<number>((found) => {
          new PerformanceObserver((list) => {
            found(list.getEntries().at(-1)?.startTime ?? 0)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
  }
  await page.goto('/app/login')
  const cold = await paint()
  await page.reload()
  const warm = await paint()
  await page.close()
  return { cold, warm }
}

/** Logs in, and goes through a vault of `count` items as a person would. */
export async function visitVault(
  context: BrowserContext,
  who: { email: string; password: string },
  count: number,
): Promise<Taken> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    const note = ({ timeStamp }: Event) => {
      ;(window as { pressedAt?: number }).pressedAt = timeStamp
    }
    for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, note, true)
  })
  await page.goto('/app/login')
  await page.locator('input[name=email]').fill(who.email)
  await page.locator('input[type=password]').fill(who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()

  // locked by the reload; a wrong password costs the derivation, and little more
  await page.goto('/app/vault')
  const password = page.locator('input[type=password]')
  await password.fill('not this one')
  await password.press('Enter')
  const derivation = await since(page, '[aria-invalid=true], [role=alert]')
  await password.fill(who.password)
  await password.press('Enter')
  const first = await since(page, '[role=rowheader]')
  const all = await since(page, 'header, main', `${count.toLocaleString('en-GB')} items`)

  const search = page.getByRole('searchbox').last()
  const keys = await pressing(page, async () => {
    await search.click()
    await page.keyboard.type('site 42', { delay: 120 })
    for (let left = 7; left > 0; left -= 1) await page.keyboard.press('Backspace', { delay: 60 })
  })
  await page.getByRole('columnheader', { name: 'Name' }).click()
  const sorted = await since(page, '[role=columnheader][aria-sort=descending]')
  const frames = await scrolling(page)
  await page.getByRole('link', { name: 'Generator' }).click()
  const route = await since(page, 'h1', 'Generator')
  await page.goBack()
  await page.locator('[role=rowheader]').first().waitFor()
  const heap = await heapOf(context, page)
  await page.close()
  return {
    derivation,
    first: first - derivation,
    all: all - derivation,
    keys,
    sorted,
    frames,
    route,
    heap,
  }
}

/** How long after the last key or press something is on the page, with these words in it. */
function since(page: Page, selector: string, words = ''): Promise<number> {
  return page.evaluate(
    ([selector, words]) =>
      new Promise<number>((found) => {
        const look = (): void => {
          const there = [...document.querySelectorAll(selector)]
          if (there.some(({ textContent }) => textContent?.includes(words)))
            found(performance.now() - ((window as { pressedAt?: number }).pressedAt ?? 0))
          else requestAnimationFrame(look)
        }
        look()
      }),
    [selector, words] as const,
  )
}

/** The slowest but two in a hundred of what `act` presses, from the key to the paint after it. */
async function pressing(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const slowest = new Map<number, number>()
    ;(window as { slowest?: Map<number, number> }).slowest = slowest
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & {
        interactionId: number
      })[])
        if (entry.interactionId)
          slowest.set(
            entry.interactionId,
            Math.max(slowest.get(entry.interactionId) ?? 0, entry.duration),
          )
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await act()
  return page.evaluate(() => {
    const { slowest = new Map<number, number>() } = window as { slowest?: Map<number, number> }
    const all = [...slowest.values()].sort((a, b) => a - b)
    // what took less than a frame is not told of
    return all[Math.ceil(all.length * 0.98) - 1] ?? 16
  })
}

/** How many frames in a hundred took more than 33 ms while the list was scrolled. */
async function scrolling(page: Page): Promise<number> {
  await page.evaluate(() => {
    const frames: number[] = []
    ;(window as { frames?: number[] }).frames = frames
    let last = performance.now()
    const note = (now: number): void => {
      frames.push(now - last)
      last = now
      if (frames.length < 2000) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await page.locator('[role=rowheader]').first().hover()
  for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, 400)
  return page.evaluate(() => {
    const { frames = [] } = window as { frames?: number[] }
    return (100 * frames.filter((taken) => taken > 33.4).length) / Math.max(1, frames.length)
  })
}

async function heapOf(context: BrowserContext, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}
