import { afterAll, test } from 'vitest'
import { register } from '../src/account'
import { browser, closeBrowser } from '../src/browser'
import { Server } from '../src/server'
import { until } from '../src/wait'
import { Caller } from './caller'
import { fillOrganization, fillVault } from './fill'
import { isBusy, loadNow } from './load'
import { table } from './table'
import type { Taken } from './taken'
import { visit } from './visit'

const ROWS = Number(process.env.WARDSTEAD_ROWS ?? 10_000)
const RUNS = Number(process.env.WARDSTEAD_RUNS ?? 5)
const WHO = {
  email: 'owner@example.com',
  name: 'Owner',
  password: 'correct horse battery staple',
}

afterAll(closeBrowser)

test(`${ROWS} members, and as many items`, async () => {
  const busy = isBusy() ? loadNow() : null
  const server = await Server.prepare('cloud')
  try {
    await server.run()
    await register(server, WHO)
    const caller = await Caller.of(server, WHO)
    await fillVault(caller, ROWS)
    // the owner is the one more
    const organization = await fillOrganization(caller, 'Acme', WHO.email, ROWS - 1)
    await until('the letters', async () => (await jobs(server)) === 0, 900)

    const runs: Taken[] = []
    for (let run = 0; run < RUNS; run += 1)
      runs.push(await visit(server.url, WHO, organization, ROWS))
    const version = (await browser()).version()
    process.stdout.write(`\n${table(runs, { rows: ROWS, browser: version, busy })}\n`)
  } finally {
    await server.remove()
  }
})

/** How many jobs are not done. */
async function jobs(server: Server): Promise<number> {
  return (JSON.parse(await server.admin('jobs', 'list', '--json')) as unknown[]).length
}
