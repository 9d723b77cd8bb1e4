import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { closeBrowser } from '../src/browser'
import { command } from '../src/process'
import { freePort, Server } from '../src/server'
import { Visitor } from '../src/visitor'

const { WARDSTEAD_BW } = process.env
const PASSWORD = 'correct horse battery staple'
const EMAIL = 'member@example.com'

if (!WARDSTEAD_BW)
  console.log('official-cli is not told: WARDSTEAD_BW names no command-line client of the protocol')

// An account made in the browser is one that the official client knows how to use.
describe.skipIf(!WARDSTEAD_BW)('official-cli', () => {
  const folders: string[] = []
  const servers: Server[] = []
  afterAll(async () => {
    for (const server of servers) await server.remove()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
    await closeBrowser()
  })

  test('logs in to an account of the web app and syncs', async () => {
    const server = await Server.prepare('self-hosted')
    servers.push(server)
    const folder = await mkdtemp(join(tmpdir(), 'wardstead-cli-'))
    folders.push(folder)
    await command(server.data, ['dev-certificates', '--out', folder])
    const port = await freePort()
    await appendFile(
      join(server.data, 'wardstead.toml'),
      `\n[tls]\ncertificate = "${folder}/server.pem"\nkey = "${folder}/server.key"\n`,
    )
    await server.listenAlso(`https = "127.0.0.1:${port}"`)
    await server.run()

    const visitor = await Visitor.arrive(server, 'official-cli', 'en')
    const { page, keyboard } = visitor
    await visitor.open('/signup')
    await keyboard.answer(page.getByRole('textbox', { name: /E-mail/ }), EMAIL)
    await visitor.open(await server.mailedLink(EMAIL, 'finish-signup'))
    await page.getByRole('heading', { level: 1, name: 'Choose your master password' }).waitFor()
    for (const field of await page.locator('input[type=password]').all())
      await keyboard.write(field, PASSWORD)
    await keyboard.press(page.getByRole('button', { name: 'Create the account' }))
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    expect(await visitor.leave()).toEqual([])

    const bw = client(folder)
    await bw('config', 'server', `https://localhost:${port}`)
    const session = await bw('login', EMAIL, PASSWORD, '--raw')
    expect(session).not.toBe('')
    expect(await bw('sync', '--session', session)).toContain('Syncing complete')
    const item = Buffer.from(
      JSON.stringify({ type: 1, name: 'Written by another client', login: { username: 'ines' } }),
    ).toString('base64')
    const made = JSON.parse(await bw('create', 'item', item, '--session', session))
    expect(made.name).toBe('Written by another client')
  })
})

/** The client, with a folder of its own, trusting the authority in `folder`. */
function client(folder: string) {
  const guard = join(folder, 'loopback.cjs')
  // It is made for a cloud that is not there: nothing but this machine answers it.
  const ready = writeFile(
    guard,
    `const net=require('node:net'),c=net.Socket.prototype.connect
net.Socket.prototype.connect=function(...a){const h=(a[0]&&a[0][0]&&a[0][0].host)||(a[0]&&a[0].host)||'localhost'
if(!/^(localhost|127\\.|::1)/.test(h)){process.nextTick(()=>this.destroy(new Error('only this machine')));return this}
return c.apply(this,a)}\n`,
  )
  return async (...words: string[]): Promise<string> => {
    await ready
    const env = {
      ...process.env,
      BITWARDENCLI_APPDATA_DIR: folder,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      NODE_OPTIONS: `--require ${guard}`,
    }
    const run = promisify(execFile)
    return (await run(WARDSTEAD_BW ?? '', words, { env })).stdout.trim()
  }
}
