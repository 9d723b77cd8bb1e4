import type { Locator } from 'playwright-core'
import { en } from '../../../../web/src/i18n/en'
import { fr } from '../../../../web/src/i18n/fr'
import { OPERATOR, type Server } from '../../src/server'
import type { Language, Visitor } from '../../src/visitor'

/** What people read, in either language. */
export const WORDS = { en, fr } satisfies Record<Language, typeof en>

/** The operator of a server at the portal, who has no mouse. */
export class Desk {
  readonly words: typeof en

  constructor(
    readonly visitor: Visitor,
    readonly server: Server,
  ) {
    this.words = WORDS[visitor.language]
  }

  get page() {
    return this.visitor.page
  }

  get keys() {
    return this.visitor.keyboard
  }

  /** Where what they ask for is, over the page when something is open there. */
  get front(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog')).last()
  }

  button(name: string, within: Locator = this.page.locator('body')): Locator {
    return within.getByRole('button', { name, exact: true }).first()
  }

  headed(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  said(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor()
  }

  /** The mailed link, newest first. */
  link(): Promise<string> {
    return this.server.mailedLink(OPERATOR, 'admin/login')
  }

  /** Goes to another page by the navigation. */
  async go(name: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: this.words.shell.navigation })
    await this.keys.press(navigation.getByRole('link', { name, exact: true }))
    await this.headed(name)
  }

  /** Comes to the row of a table that can be searched which says something. */
  async row(text: string): Promise<Locator> {
    const grid = this.page.getByRole('grid')
    const row = grid.getByRole('row').filter({ hasText: text }).first()
    await row.waitFor()
    await this.keys.into(grid)
    await this.page.keyboard.press('Control+Home')
    await this.keys.arrow('ArrowDown', row)
    return row
  }

  /** Opens what stands beside the list for a row. */
  async open(name: string): Promise<void> {
    await this.row(name)
    await this.page.keyboard.press('Enter')
    await this.front.waitFor()
  }

  /** Does something to a row of a table that can be searched. */
  async toRow(name: string, action: string): Promise<void> {
    await this.row(name)
    await this.page.keyboard.press('.')
    await this.item(action)
  }

  /** Does something from the menu behind a button. */
  async fromMenu(button: Locator, action: string): Promise<void> {
    await this.keys.press(button)
    await this.item(action)
  }

  private async item(name: string): Promise<void> {
    await this.keys.arrow('ArrowDown', this.page.getByRole('menuitem', { name, exact: true }))
    await this.page.keyboard.press('Enter')
  }

  /** Turns to a tab. */
  async tab(name: string): Promise<void> {
    await this.keys.into(this.page.getByRole('tablist'))
    await this.keys.arrow('ArrowRight', this.page.getByRole('tab', { name, exact: true }))
    await this.page.getByRole('tab', { name, exact: true, selected: true }).waitFor()
  }

  /** Chooses one of a few that stand in a row. */
  async choose(name: string): Promise<void> {
    const option = this.page.getByRole('radio', { name: new RegExp(`^${name}`) })
    const row = this.page.getByRole('radiogroup').filter({ has: option })
    await this.keys.into(row)
    await this.keys.arrow('ArrowLeft', row.getByRole('radio').first())
    await this.keys.arrow('ArrowRight', option)
    await this.page.keyboard.press('Space')
  }

  /** Presses a button of what is open over the page. */
  async answer(name: string): Promise<void> {
    await this.keys.press(this.button(name, this.front))
  }

  /** Closes what is open over the page. */
  async close(): Promise<void> {
    const open = await this.front.elementHandle()
    await this.answer(this.words.common.actions.close)
    await open?.waitForElementState('hidden')
  }

  look(name: string, options?: { inGuide: boolean }): Promise<void> {
    return this.visitor.look(name, options)
  }
}
