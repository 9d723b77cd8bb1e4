import type { BrowserContext } from 'playwright-core'
import { noted, notingPage, shown, slowDown } from './probe'
import type { Taken } from './taken'

/** The line pages are judged by: 10 Mbit/s, 40 ms. */
const LINE = {
  offline: false,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
  latency: 40,
}

/** Opens the login page cold and warm, over a slow line on a slow machine. */
export async function visitLogin(context: BrowserContext): Promise<Taken> {
  const { page, devtools } = await notingPage(context)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', LINE)
  await slowDown(devtools, 4)
  const open = async () => {
    await page.goto('/app/login')
    await shown(page, 'input[name=email]')
    await page.waitForLoadState('networkidle')
    return noted(page)
  }
  const cold = await open()
  await page.goto('about:blank')
  const warm = await open()
  await page.close()
  // it answers when it is painted and the last long task is over
  const busy = cold.long.map(([at, taken]) => at + taken)
  return {
    loginCold: cold.painted,
    loginWarm: warm.painted,
    loginReady: Math.max(cold.painted, ...busy),
    loginShift: cold.shift,
  }
}
