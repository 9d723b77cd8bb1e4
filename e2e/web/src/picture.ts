import { writeFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Keeps a picture of the whole page, pressed in a hurry: a story takes hundreds. */
export async function picture(page: Page, path: string): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const { cssContentSize: size } = await (await session).send('Page.getLayoutMetrics')
  const { data } = await (await session).send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
    captureBeyondViewport: true,
    clip: { ...size, scale: 1 },
  })
  await writeFile(path, Buffer.from(data, 'base64'))
}
