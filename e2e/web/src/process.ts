import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { promisify } from 'node:util'
import { program } from './repository'

/** The program reads no settings of whoever runs the stories. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(wardstead_|globalsettings__)/i.test(name)),
)

/** Starts the program, and ends it when its standard input closes: it never outlives the story. */
const KEEPER =
  'exec 3<&0; "$@" </dev/null 3<&- & child=$!; (read -r _ <&3; kill "$child") & wait "$child"'

/** One run of the server. */
export class Running {
  private constructor(private readonly child: ChildProcess) {}

  static start(role: string, data: string, log: string): Running {
    const words = ['-c', KEEPER, 'keeper', program, 'serve', '--role', role, '--data', data]
    const out = openSync(log, 'a')
    return new Running(spawn('sh', words, { env: environment, stdio: ['pipe', out, out] }))
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** Asks it to end, and waits until it has. */
  async end(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done))
    this.child.stdin?.end()
    if (this.runs) await ended
  }
}

/** What a command of the program prints. */
export async function command(data: string, words: readonly string[]): Promise<string> {
  const run = promisify(execFile)
  const options = { env: environment, maxBuffer: 64 * 1024 * 1024 }
  return (await run(program, ['--data', data, ...words], options)).stdout
}
