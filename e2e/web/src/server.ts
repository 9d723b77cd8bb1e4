import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, Running } from './process'
import { until } from './wait'

export type Role = 'cloud' | 'self-hosted'

/** The operator of every server. */
export const OPERATOR = 'operator@example.com'

/** Where in its folder a self-hosted server is told of its cloud. */
const ENVIRONMENT = 'env/global.override.env'

/** A mail in a server's outbox. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** A server of its own: a folder, a port, a process. */
export class Server {
  private running: Running | null = null

  private constructor(
    readonly role: Role,
    /** Where people reach it. */
    readonly url: string,
    /** Its data folder, gone with it. */
    readonly data: string,
  ) {}

  /** A server that is set up and does not run yet. */
  static async prepare(role: Role): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), `wardstead-web-${role}-`))
    const port = await freePort()
    const url = `http://localhost:${port}`
    await writeFile(
      join(data, 'wardstead.toml'),
      `[server]\nrole = "${role}"\nvault = "${url}"\nlimits = false\nmail_verification = true\n\n` +
        `[listen]\nhttp = "127.0.0.1:${port}"\nshutdown_seconds = 2\n\n` +
        `[admin]\noperators = ["${OPERATOR}"]\n`,
    )
    return new Server(role, url, data)
  }

  /** Adds a line to where it listens, before it runs. */
  async listenAlso(line: string): Promise<void> {
    const file = join(this.data, 'wardstead.toml')
    const settings = await readFile(file, 'utf8')
    await writeFile(file, settings.replace('[listen]\n', `[listen]\n${line}\n`))
  }

  /** Starts it, and waits until it answers. */
  async run(): Promise<void> {
    const running = Running.start(this.role, this.data, this.log)
    this.running = running
    await until(`the ${this.role} server`, async () => {
      if (!running.runs)
        throw new Error(`the ${this.role} server ended:\n${await this.lastWords()}`)
      return fetch(`${this.url}/alive`).then(
        ({ ok }) => ok,
        () => false,
      )
    })
  }

  /** Ends it; its data stays. */
  async stop(): Promise<void> {
    await this.running?.end()
    this.running = null
  }

  /** Ends it, and throws its data away. */
  async remove(): Promise<void> {
    await this.stop()
    await rm(this.data, { recursive: true, force: true })
  }

  /** What a command of its operator prints. */
  admin(...words: string[]): Promise<string> {
    return command(this.data, ['admin', ...words])
  }

  /** The id its cloud knows it by, from the file its operator keeps. */
  async installation(): Promise<string> {
    const text = await readFile(join(this.data, ENVIRONMENT), 'utf8')
    const id = /installation__id=(\S+)/.exec(text)?.[1]
    if (!id) throw new Error('the server has no installation id')
    return id
  }

  /** A link by which its operator signs in to the portal. */
  async operatorLink(): Promise<string> {
    return (await this.admin('operator', 'add', OPERATOR)).trim()
  }

  /** Every mail to `address`, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    return JSON.parse(await this.admin('mail', 'list', '--json', '--to', address))
  }

  /** The newest mailed link to `address` that leads to `place`, for which it may be waited a while. */
  mailedLink(address: string, place: string): Promise<string> {
    return until(`a mail to ${address} with a link to ${place}`, async () => {
      const links = (await this.mailsTo(address)).flatMap(
        ({ text }) => text.match(/https?:\S+/g) ?? [],
      )
      return links.findLast((link) => link.includes(place))
    })
  }

  /** The code in the newest mail to `address`, for which it may be waited a while. */
  mailedCode(address: string): Promise<string> {
    return until(`a mail to ${address} with a code`, async () => {
      const codes = (await this.mailsTo(address)).map(
        ({ text }) => /^\s*(\d{6})\s*$/m.exec(text)?.[1],
      )
      return codes.findLast((code) => code !== undefined)
    })
  }

  /** The end of what it said. */
  async lastWords(): Promise<string> {
    const text = await readFile(this.log, 'utf8').catch(() => '')
    return text.split('\n').slice(-40).join('\n')
  }

  private get log(): string {
    return join(this.data, 'story.log')
  }
}

/** A cloud, and a self-hosted server that is an installation of it. */
export interface Pair {
  cloud: Server
  own: Server
}

/** Starts a pair. */
export async function pair(): Promise<Pair> {
  const cloud = await Server.prepare('cloud')
  const own = await Server.prepare('self-hosted')
  await cloud.run()
  await introduce(own, cloud)
  await own.run()
  return { cloud, own }
}

/** Makes `own` known to the cloud, as its operator would: by what anyone may ask for. */
async function introduce(own: Server, cloud: Server): Promise<void> {
  const answer = await fetch(`${cloud.url}/api/installations`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: OPERATOR }),
  })
  const { id, key } = (await answer.json()) as { id: string; key: string }
  const settings = {
    enableCloudCommunication: 'true',
    installation__id: id,
    installation__key: key,
    installation__identityUri: `${cloud.url}/identity`,
    installation__apiUri: `${cloud.url}/api`,
    pushRelayBaseUri: `${cloud.url}/api`,
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `globalSettings__${name}=${value}\n`,
  )
  await mkdir(join(own.data, 'env'), { recursive: true })
  await writeFile(join(own.data, ENVIRONMENT), lines.join(''))
  await mkdir(join(own.data, 'trust'), { recursive: true })
  await writeFile(join(own.data, 'trust/cloud.pem'), await cloud.admin('license-key', 'show'))
}

/** A port nobody listens at now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const socket = createServer()
    socket.once('error', failed)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      const port = typeof address === 'object' && address ? address.port : 0
      socket.close(() => found(port))
    })
  })
}
