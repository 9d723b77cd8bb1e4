import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

/** What the browser says of every refusal of the server, which may be just what a story wants. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/

/**
 * Everything in a browser that should not be: requests that leave the server's origin, breaches of the
 * page's own policy, errors of scripts, answers that broke off.
 */
export class Watch {
  readonly faults: string[] = []
  private readonly said: string[] = []

  constructor(
    context: BrowserContext,
    private readonly origin: string,
  ) {
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      const own = origin === this.origin || protocol === 'data:' || protocol === 'blob:'
      if (!own) this.faults.push(`a request left for ${request.url()}`)
    })
    context.on('response', (response) => {
      const { pathname } = new URL(response.url())
      this.said.push(`${response.status()} ${response.request().method()} ${pathname}`)
      if (response.status() >= 500) this.faults.push(`${response.status()} from ${pathname}`)
    })
    context.on('console', (message) => this.hear(message))
    context.on('weberror', (thrown) => {
      const error = thrown.error()
      this.faults.push(`a script broke off: ${error.stack ?? error.message}`)
    })
  }

  /** What the browser said last, for whoever looks for the cause of a failure. */
  lastWords(): string {
    return this.said.slice(-40).join('\n')
  }

  private hear(message: ConsoleMessage): void {
    const text = message.text()
    this.said.push(`console ${message.type()}: ${text}`)
    const bad = message.type() === 'error' || message.type() === 'warning'
    // refusals of the policy are errors of the console, wherever they happen
    if (bad && !REFUSED.test(text)) this.faults.push(`the console says: ${text}`)
  }
}

/** What a person sees on the page, as text. */
export async function seen(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what is hidden there too
  const text = await page.locator('body').innerText({ timeout: 2000 }).catch(String)
  return `${page.url()}\n${text}`
}
