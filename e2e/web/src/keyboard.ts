import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const MANY = 200

/** A person who has no mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Walks on to `wanted`, stop by stop, as Tab does. */
  async to(wanted: Locator): Promise<void> {
    await wanted.waitFor()
    const passed: string[] = []
    for (let stop = 0; stop < MANY; stop += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) {
        await this.seesWhere(wanted)
        return
      }
      await this.page.keyboard.press('Tab')
      passed.push(
        await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''),
      )
    }
    throw new Error(
      `the keyboard does not reach ${wanted}; it passed\n${[...new Set(passed)].join('\n')}`,
    )
  }

  /** Walks to a field, and writes in it, over what was there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.to(field)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(text)
  }

  /** Walks to a control, and presses it. */
  async press(control: Locator, key = 'Enter'): Promise<void> {
    await this.to(control)
    await this.page.keyboard.press(key)
  }

  /** A stop that cannot be seen is no stop. */
  private async seesWhere(element: Locator): Promise<void> {
    const shown = await element.evaluate((element) => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
        if (outlineStyle !== 'none' && outlineWidth !== '0px') return true
        if (boxShadow !== 'none') return true
        // a field shows it at its frame, nothing else further out does
        if (!at.parentElement?.matches(':focus-within')) return false
      }
      return false
    })
    if (!shown) throw new Error(`the focus is on ${element}, and nobody can see it`)
  }
}
