import { afterAll, test } from 'vitest'
import { register } from '../src/account'
import { browser, closeBrowser } from '../src/browser'
import { Server } from '../src/server'
import { type Measured, refuseWhenBusy, table } from './table'
import { fill } from './vault'
import { type Taken, visitLogin, visitVault } from './visit'

const ITEMS = Number(process.env.WARDSTEAD_ITEMS ?? 10_000)
const RUNS = Number(process.env.WARDSTEAD_RUNS ?? 5)
const WHO = {
  email: 'owner@example.com',
  name: 'Owner',
  password: 'correct horse battery staple',
}

/** What is measured, and its bound where there is one. */
const BOUNDS: readonly (Omit<Measured, 'values'> & { of: string })[] = [
  { of: 'cold', what: 'login page, cold, slow line', unit: 'ms', limit: 1200 },
  { of: 'warm', what: 'login page, warm, slow line', unit: 'ms', limit: 500 },
  { of: 'derivation', what: 'key derivation', unit: 'ms', limit: null },
  { of: 'first', what: 'unlock to the first items, after it', unit: 'ms', limit: 1500 },
  { of: 'all', what: 'unlock to all items, after it', unit: 'ms', limit: 4000 },
  { of: 'keys', what: 'a key in the search, to the paint', unit: 'ms', limit: 100 },
  { of: 'sorted', what: 'order by name', unit: 'ms', limit: 100 },
  { of: 'frames', what: 'frames over 33 ms while scrolling', unit: '%', limit: 5 },
  { of: 'route', what: 'another page, warm', unit: 'ms', limit: 100 },
  { of: 'heap', what: 'memory with the list open', unit: 'MB', limit: 60 },
]

afterAll(closeBrowser)

test(`a vault of ${ITEMS} items`, async () => {
  refuseWhenBusy()
  const server = await Server.prepare('self-hosted')
  try {
    await server.run()
    await register(server, WHO)
    await fill(server, WHO, ITEMS)
    const runs: Taken[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const options = {
        baseURL: server.url,
        locale: 'en-GB',
        viewport: { width: 1280, height: 800 },
      }
      const context = await (await browser()).newContext(options)
      // a slow page is measured, not given up
      context.setDefaultTimeout(300_000)
      runs.push({ ...(await visitLogin(context)), ...(await visitVault(context, WHO, ITEMS)) })
      await context.close()
    }
    const rows = BOUNDS.map(({ of, ...row }) => ({
      ...row,
      values: runs.flatMap((taken) => taken[of] ?? []),
    }))
    process.stdout.write(`\n${table(rows, (await browser()).version())}\n`)
  } finally {
    await server.remove()
  }
})
