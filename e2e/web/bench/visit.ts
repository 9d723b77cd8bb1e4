import type { Account } from '../src/account'
import { browser } from '../src/browser'
import { visitLogin } from './login'
import { visitMembers } from './members'
import { notingPage } from './probe'
import type { Taken } from './taken'
import { signIn, visitVault } from './vault'

/** Everything once, in a browser that never was there. */
export async function visit(
  baseURL: string,
  who: Account,
  organization: string,
  rows: number,
): Promise<Taken> {
  const context = await (await browser()).newContext({
    baseURL,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  })
  // a slow page is measured, not given up
  context.setDefaultTimeout(30_000)
  try {
    const login = await visitLogin(context)
    const { page, devtools } = await notingPage(context)
    await signIn(page, who)
    const vault = await visitVault(page, devtools, who, rows)
    const members = await visitMembers(page, devtools, who, organization, rows)
    return { ...login, ...vault, ...members }
  } finally {
    await context.close()
  }
}
