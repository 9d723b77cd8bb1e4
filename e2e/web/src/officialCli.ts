import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { command } from './process'
import { root } from './repository'
import { freePort, type Server } from './server'

/** Loaded into the client first: it may ask its vendor's service before it knows its server. */
const LOOPBACK_ONLY = `const dns = require('node:dns')
const { lookup } = dns
dns.lookup = (host, ...rest) =>
  ['localhost', '127.0.0.1', '::1'].includes(host)
    ? lookup.call(dns, host, ...rest)
    : process.nextTick(rest.at(-1), Object.assign(new Error(\`not here: \${host}\`), { code: 'ENOTFOUND' }))
`

/** An item as the client writes it down, as far as stories look at it. */
export interface CliItem {
  id: string
  name: string
  notes: string | null
  fields?: { type: number; name: string; value: string }[]
  login: { username: string; password: string; uris: { uri: string }[] }
  passwordHistory?: { password: string }[] | null
  collectionIds: string[]
}

/** The official command-line client, as a judge nobody here wrote, with a folder of its own. */
export class OfficialCli {
  /** The program that `WARDSTEAD_BW` names, or the one installed in `e2e/`; null where there is neither. */
  static readonly program =
    [process.env.WARDSTEAD_BW, join(root, 'e2e/node_modules/.bin/bw')].find(
      (place) => place && existsSync(place),
    ) ?? null

  private session = ''

  private constructor(private readonly folder: string) {}

  /** A client of `server`, which answers TLS from now on: the client takes nothing else. */
  static async at(server: Server): Promise<OfficialCli> {
    const folder = await mkdtemp(join(tmpdir(), 'wardstead-cli-'))
    await writeFile(join(folder, 'loopback.cjs'), LOOPBACK_ONLY)
    await command(server.data, ['dev-certificates', '--out', folder])
    const port = await freePort()
    const [certificate, key] = [join(folder, 'server.pem'), join(folder, 'server.key')]
    const settings = `\n[tls]\ncertificate = "${certificate}"\nkey = "${key}"\n`
    await server.stop()
    await appendFile(join(server.data, 'wardstead.toml'), settings)
    await server.listenAlso(`https = "127.0.0.1:${port}"`)
    await server.run()
    const client = new OfficialCli(folder)
    await client.run('config', 'server', `https://localhost:${port}`)
    return client
  }

  async logIn(email: string, password: string): Promise<void> {
    this.session = await this.run('login', email, password, '--raw')
    if (!this.session) throw new Error('the client signed in and gave no session')
  }

  async sync(): Promise<void> {
    await this.run('sync', '--force')
  }

  /** The one item that a word finds. */
  async item(word: string): Promise<CliItem> {
    return JSON.parse(await this.run('get', 'item', word))
  }

  async create(item: object): Promise<CliItem> {
    return JSON.parse(await this.run('create', 'item', encoded(item)))
  }

  async edit(item: CliItem): Promise<void> {
    await this.run('edit', 'item', item.id, encoded(item))
  }

  async organizations(): Promise<{ id: string; name: string }[]> {
    return JSON.parse(await this.run('list', 'organizations'))
  }

  async collections(): Promise<{ id: string; name: string }[]> {
    return JSON.parse(await this.run('list', 'collections'))
  }

  /** Throws away what it kept. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }

  /** What a command prints. */
  private async run(...words: string[]): Promise<string> {
    const env = {
      ...process.env,
      BITWARDENCLI_APPDATA_DIR: this.folder,
      BW_SESSION: this.session,
      NODE_EXTRA_CA_CERTS: join(this.folder, 'ca.pem'),
      NODE_OPTIONS: `--require=${join(this.folder, 'loopback.cjs')}`,
    }
    const run = promisify(execFile)
    const { stdout } = await run(OfficialCli.program ?? '', [...words, '--nointeraction'], { env })
    return stdout.trim()
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64')
