import type { Page } from 'playwright-core'
import { WORDS } from '../src/words'
import { noted, press as pressOn } from './probe'

const { en: words } = WORDS
/** Between two presses of somebody quick, in milliseconds. */
const PAUSE = 120
/** What an interaction counts for that was over within a frame, and so is not told of. */
const FRAME = 16

/** What somebody does in a list of members: searches, orders, filters, selects, walks with the arrows. */
export async function goThrough(page: Page): Promise<number[]> {
  const before = await noted(page)
  const { table } = words.ui
  const click = async (name: string, role: 'button' | 'radio' | 'columnheader'): Promise<void> => {
    await pressOn(page, page.getByRole(role, { name }).first())
    await page.waitForTimeout(PAUSE)
  }
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key)
      await page.waitForTimeout(PAUSE)
    }
  }

  await pressOn(page, page.getByRole('searchbox').last())
  for (const key of 'person-42') await press(key)
  await press('Backspace', 9)
  const { columns, status, role } = words.members
  await click(columns.email, 'columnheader')
  await click(columns.email, 'columnheader')
  await click(columns.name, 'columnheader')
  await click(status[-1] ?? '', 'radio')
  await click(table.anyOf, 'radio')
  await click(columns.role, 'button')
  await pressOn(page, page.getByRole('option', { name: role[1] ?? '' }))
  await press('Escape')
  await click(table.clear, 'button')

  const ticks = page.getByRole('grid').locator('label')
  for (const at of [1, 2, 3, 0, 0]) {
    await pressOn(page, ticks.nth(at))
    await page.waitForTimeout(PAUSE)
  }
  await press('ArrowDown', 10)
  await press('PageDown', 5)
  await press('End')
  await press('Home')
  await pressOn(page, page.locator('[data-row-menu]').first())
  await press('Escape')

  const after = await noted(page)
  const told = Object.entries(after.interactions)
    .filter(([id]) => !(id in before.interactions))
    .map(([, taken]) => taken)
  const untold = Math.max(0, after.presses - before.presses - told.length)
  return [...told, ...Array.from({ length: untold }, () => FRAME)]
}
