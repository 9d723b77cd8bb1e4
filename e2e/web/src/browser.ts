import { type Browser, chromium as engine } from 'playwright-core'
import { chromium } from './repository'

/** Keeps the browser from talking to anybody of its own accord, and lets root run it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let launched: Promise<Browser> | null = null

/** The browser, started when it is first needed. */
export function browser(): Promise<Browser> {
  launched ??= launch().catch((error) => {
    // now and then one dies before it opened anything: that is none of what is looked at here
    process.stderr.write(`the browser did not start, once more: ${error}\n`)
    return launch()
  })
  return launched
}

const launch = (): Promise<Browser> =>
  engine.launch({ executablePath: chromium, headless: true, args: FLAGS })

/** Ends the browser. */
export async function closeBrowser(): Promise<void> {
  const running = await launched
  launched = null
  await running?.close()
}
