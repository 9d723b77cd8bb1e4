import type { ElementHandle, Locator, Page } from 'playwright-core'
import { keepsFocus, showsFocus } from './focus'
import { until } from './wait'

/** More stops than any page has. */
const MANY = 200

/** A person who has no mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Walks on to `wanted`, stop by stop, as Tab does; within what is one stop, a menu or a list of
   * choices or a table, as the arrows do.
   */
  async to(wanted: Locator): Promise<void> {
    await wanted.waitFor({ state: 'attached' })
    await until(`${wanted} to be of use`, () => wanted.isEnabled())
    await keepsFocus(this.page)
    const passed = new Set<string>()
    const next = asker(wanted, way)
    for (let stop = 0; stop < MANY; stop += 1) {
      const { key, at } = await next()
      if (key === null) {
        await showsFocus(wanted)
        return
      }
      passed.add(at)
      await this.page.keyboard.press(key)
    }
    throw new Error(`the keyboard does not reach ${wanted}; it passed\n${[...passed].join('\n')}`)
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

  /** Writes in a field, and sends what it belongs to. */
  async answer(field: Locator, text: string): Promise<void> {
    await this.write(field, text)
    await this.page.keyboard.press('Enter')
  }

  /** Walks to one of several choices, a box or a switch, and has it chosen. */
  async choose(choice: Locator): Promise<void> {
    await this.to(choice)
    // the arrows choose where only one can be chosen
    if (!(await choice.isChecked())) await this.page.keyboard.press('Space')
    await until(`${choice} to be chosen`, () => choice.isChecked())
  }

  /** Opens a menu, and takes something from it. */
  async take(menu: Locator, item: string | RegExp): Promise<void> {
    await this.press(menu)
    await this.press(this.page.getByRole('menuitem', { name: item }))
  }

  /** Walks to a row of a table, and chooses all of them. */
  async chooseAll(row: Locator): Promise<void> {
    await this.to(row)
    await this.page.keyboard.press('ControlOrMeta+a')
  }

  /** Goes on by an arrow, in a list, a menu or tabs, until `wanted` has the focus. */
  async arrow(key: `Arrow${'Down' | 'Left' | 'Right'}`, wanted: Locator): Promise<void> {
    await wanted.waitFor()
    const isThere = asker(wanted, hasFocus)
    for (let stop = 0; stop < MANY; stop += 1) {
      if (await isThere()) {
        await showsFocus(wanted)
        return
      }
      await this.page.keyboard.press(key)
    }
    throw new Error(`${key} does not reach ${wanted}`)
  }

  /** Walks into a list, a menu or tabs, wherever in it the focus comes to be. */
  async into(wanted: Locator): Promise<void> {
    await wanted.waitFor()
    const isInside = asker(wanted, holdsFocus)
    for (let stop = 0; stop < MANY; stop += 1) {
      if (await isInside()) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not come into ${wanted}`)
  }
}

/**
 * Asks an element something, as often as it is called. It is looked for once, which takes longer than
 * the question, and again when it was drawn anew: then the question is answered by `null`.
 */
function asker<T>(wanted: Locator, question: (element: Element) => T | null): () => Promise<T> {
  let found: ElementHandle<Element> | null = null
  return async () => {
    for (;;) {
      found ??= (await wanted.elementHandle()) as ElementHandle<Element>
      const answer = (await found.evaluate(question)) as T | null
      if (answer !== null) return answer
      found = null
    }
  }
}

/** Runs in the page. */
const hasFocus = (element: Element): boolean | null =>
  element.isConnected ? element === document.activeElement : null

/** Runs in the page. */
const holdsFocus = (element: Element): boolean | null =>
  element.isConnected ? element.contains(document.activeElement) : null

/** The key that brings the focus nearer to `wanted`, null where it is; runs in the page. */
function way(wanted: Element): { key: string | null; at: string } | null {
  if (!wanted.isConnected) return null
  const active = document.activeElement
  const at = active?.outerHTML.slice(0, 80) ?? ''
  if (active === wanted) return { key: null, at }
  const one = wanted.closest(
    '[role=menu], [role=listbox], [role=radiogroup], [role=tablist], [role=toolbar], [role=grid]',
  )
  if (!active || !one?.contains(active)) return { key: 'Tab', at }
  const role = one.getAttribute('role') ?? ''
  if (role === 'tablist' || role === 'toolbar') return { key: 'ArrowRight', at }
  if (role !== 'grid') return { key: 'ArrowDown', at }
  const [from, to] = [active, wanted].map((element) => element.closest('[role=row]'))
  if (!from || !to || from === to) return { key: 'ArrowRight', at }
  const isBelow = from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING
  return { key: isBelow ? 'ArrowDown' : 'ArrowUp', at }
}
