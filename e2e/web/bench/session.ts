import type { Page } from 'playwright-core'
import { WORDS } from '../src/words'
import { noted } from './probe'

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
    await page.getByRole(role, { name }).first().click()
    await page.waitForTimeout(PAUSE)
  }
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key)
      await page.waitForTimeout(PAUSE)
    }
  }

  await page.getByRole('searchbox').last().click()
  for (const key of 'person-42') await press(key)
  await press('Backspace', 9)
  const { columns, status, role } = words.members
  await click(columns.email, 'columnheader')
  await click(columns.email, 'columnheader')
  await click(columns.name, 'columnheader')
  await click(status[-1] ?? '', 'radio')
  await click(table.anyOf, 'radio')
  await click(columns.role, 'button')
  await page.getByRole('option', { name: role[1] ?? '' }).click()
  await press('Escape')
  await click(table.clear, 'button')

  const ticks = page.getByRole('grid').locator('label')
  for (const at of [1, 2, 3, 0, 0]) {
    await ticks.nth(at).click()
    await page.waitForTimeout(PAUSE)
  }
  await press('ArrowDown', 10)
  await press('PageDown', 5)
  await press('End')
  await press('Home')
  await page.locator('[data-row-menu]').first().click()
  await press('Escape')

  const after = await noted(page)
  const told = Object.entries(after.interactions)
    .filter(([id]) => !(id in before.interactions))
    .map(([, taken]) => taken)
  const untold = Math.max(0, after.presses - before.presses - told.length)
  return [...told, ...Array.from({ length: untold }, () => FRAME)]
}
