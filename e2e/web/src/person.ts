import { type Account, register } from './account'
import type { Keyboard } from './keyboard'
import type { Server } from './server'
import type { Visitor } from './visitor'
import { WORDS } from './words'

/** A visitor with an account, and what they do on most pages; all of it without a mouse. */
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

  get keyboard(): Keyboard {
    return this.visitor.keyboard
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
  press(name: string | RegExp): Promise<void> {
    return this.keyboard.press(this.page.getByRole('button', { name, exact: true }).last())
  }

  /** Follows the link to the page of that name; the navigation's comes first. */
  async go(name: string): Promise<void> {
    await this.keyboard.press(this.page.getByRole('link', { name, exact: true }).first())
    await this.headed(name)
  }

  /** Writes the one password that is asked for. */
  prove(password = this.account.password): Promise<void> {
    return this.keyboard.answer(this.page.locator('input[type=password]:visible'), password)
  }

  /** Answers the two questions of logging in; what the server asks then is the story's. */
  async logIn(password = this.account.password): Promise<void> {
    await this.visitor.open('/login')
    await this.answerLogIn(password)
  }

  /** The same, on the page that asks already. */
  async answerLogIn(password = this.account.password): Promise<void> {
    await this.headed(this.words.front.logIn.title)
    await this.keyboard.answer(
      this.page.getByRole('textbox', { name: this.words.front.email }),
      this.account.email,
    )
    await this.prove(password)
  }

  /** Opens an address anew, which leaves the keys behind. */
  async open(address: string): Promise<void> {
    await this.visitor.open(address)
    await this.unlock()
  }

  /** Loads the page anew, which leaves the keys behind too. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.unlock()
  }

  async unlock(): Promise<void> {
    await this.headed(this.words.session.unlock.title)
    await this.prove()
  }

  async logOut(): Promise<void> {
    const account = this.words.shell.account(this.account.email)
    const { logOut } = this.words.session.frame
    await this.keyboard.take(this.page.getByRole('button', { name: account }), logOut)
    await this.headed(this.words.front.logIn.title)
  }

  /** Gives a file to the button that asks for one. */
  async give(button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
    const asked = this.page.waitForEvent('filechooser')
    await this.press(button)
    await (await asked).setFiles(file)
  }

  look(name: string, how: { inGuide?: boolean } = {}): Promise<void> {
    return this.visitor.look(name, how)
  }
}
