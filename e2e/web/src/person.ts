import { type Account, register } from './account'
import type { Server } from './server'
import type { Visitor } from './visitor'
import { WORDS } from './words'

/** A visitor with an account, and what they do on most pages. */
export class Person {
  readonly words
  constructor(
    readonly visitor: Visitor,
    readonly account: Account,
  ) {
    this.words = WORDS[visitor.language]
  }

  /** Makes the account, and signs in. */
  static async begin(visitor: Visitor, account: Account): Promise<Person> {
    await register(visitor.server, account)
    const person = new Person(visitor, account)
    await person.logIn()
    await person.headed(person.words.settings.home.title)
    return person
  }

  get page() {
    return this.visitor.page
  }

  get server(): Server {
    return this.visitor.server
  }

  /** Waits for the page of that heading. */
  headed(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  /** Waits until the page says it. */
  said(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor()
  }

  /** Presses the button of that name, in the dialog if there is one. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).last().click()
  }

  /** Writes the one password that is asked for. */
  async prove(password = this.account.password): Promise<void> {
    await this.page.locator('input[type=password]:visible').fill(password)
    await this.page.keyboard.press('Enter')
  }

  /** Answers the two questions of logging in; what the server asks then is the story's. */
  async logIn(password = this.account.password): Promise<void> {
    await this.visitor.open('/login')
    await this.answerLogIn(password)
  }

  /** The same, on the page that asks already. */
  async answerLogIn(password = this.account.password): Promise<void> {
    await this.page.getByRole('textbox', { name: this.words.front.email }).fill(this.account.email)
    await this.page.keyboard.press('Enter')
    await this.prove(password)
  }

  /** Opens an address anew, which leaves the keys behind. */
  async open(address: string): Promise<void> {
    await this.visitor.open(address)
    await this.unlock()
  }

  async unlock(): Promise<void> {
    await this.headed(this.words.session.unlock.title)
    await this.prove()
  }

  async logOut(): Promise<void> {
    await this.page
      .getByRole('button', { name: this.words.shell.account(this.account.email) })
      .click()
    await this.page.getByRole('menuitem', { name: this.words.session.frame.logOut }).click()
    await this.headed(this.words.front.logIn.title)
  }

  look(name: string): Promise<void> {
    return this.visitor.look(name)
  }
}
