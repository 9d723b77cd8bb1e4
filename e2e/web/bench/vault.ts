import type { CDPSession, Page } from 'playwright-core'
import type { Account } from '../src/account'
import { WORDS } from '../src/words'
import { firstAsked, heap, noted, pressed } from './probe'
import type { Taken } from './taken'

const { en: words } = WORDS

/** The one field for a password. */
const PASSWORD = 'input[type=password]'
/** The first cell of any row. */
export const ROW = '[role=rowheader]'

/** Signs in by the page. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/app/login')
  await page.locator('input[name=email]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator(PASSWORD).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: words.settings.home.title }).waitFor()
}

/** Opens an address anew, which leaves the keys behind, up to the key that unlocks it. */
export async function openLocked(page: Page, path: string, { password }: Account): Promise<void> {
  await page.goto(`/app${path}`)
  await page.locator(PASSWORD).fill(password)
}

/** Unlocks a vault of `count` items. */
export async function visitVault(
  page: Page,
  devtools: CDPSession,
  who: Account,
  count: number,
): Promise<Taken> {
  await openLocked(page, '/vault', who)
  const [first = Number.NaN, all = Number.NaN] = await pressed(
    page,
    () => page.keyboard.press('Enter'),
    { selector: ROW },
    { selector: 'main', words: words.vault.state(count) },
  )
  // the first thing that is asked for with the keys in hand
  const derived = await firstAsked(page)
  const { long, pressedAt } = await noted(page)
  return {
    derivation: derived,
    vaultFirst: first - derived,
    vaultAll: all - derived,
    vaultLong: Math.max(0, ...long.filter(([at]) => at > pressedAt).map(([, taken]) => taken)),
    vaultHeap: await heap(devtools),
  }
}
