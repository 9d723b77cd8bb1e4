import { expect } from 'vitest'
import { Person } from '../../src/person'
import { story } from '../../src/story'

const FOLDER = 'House'
const ITEM = 'Gas and water'
const SECRET = 'meter-in-the-cellar-7'

/** Another encryption key for an account, with everything in its vault still read by it. */
story('account-key', async ({ own, arrive }) => {
  const account = {
    email: 'malo@example.com',
    name: 'Malo',
    password: 'correct horse battery staple',
  }
  const person = await Person.begin(await arrive(own), account)
  const { page, words, keyboard } = person
  const { vault } = words
  const { rotation } = words.settings
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const row = page.getByRole('row').filter({ hasText: ITEM })
  const folder = page.getByRole('link', { name: FOLDER })

  // a folder, and an item in it
  await person.go(vault.title)
  await person.press(vault.folder.add)
  await keyboard.answer(dialog.getByRole('textbox', { name: vault.folder.name }), FOLDER)
  await keyboard.press(folder)
  await keyboard.take(page.getByRole('button', { name: vault.edit.new }), vault.kinds.login)
  await keyboard.write(dialog.locator('[name=name]'), ITEM)
  await keyboard.write(dialog.locator('[name="text.password"]'), SECRET)
  await person.press(words.common.actions.save)
  await row.waitFor()
  await person.look('vault')

  // somewhere else, signed in too
  const elsewhere = new Person(await arrive(own), account)
  await elsewhere.logIn()
  await elsewhere.headed(words.settings.home.title)

  // another key
  await person.visitor.open('/settings/keys')
  await person.unlock()
  await person.headed(words.settings.keys.title)
  await person.look('keys')
  await person.press(rotation.open)
  await person.look('asked')
  await person.prove('not the password')
  await dialog.locator('[name=current][aria-invalid=true]').waitFor()
  await person.look('wrong-password')
  await person.prove()
  await person.headed(words.front.logIn.title)
  await person.said(words.front.logIn.keyRotated)
  await person.look('logged-out')

  // the other browser learns of it as soon as somebody comes back to it
  await elsewhere.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await elsewhere.headed(words.front.logIn.title)
  await elsewhere.said(words.session.endedElsewhere)
  await elsewhere.look('logged-out-elsewhere')

  // the new key opens what the old one closed
  await person.answerLogIn()
  await person.headed(words.settings.keys.title)
  await person.go(vault.title)
  await keyboard.press(folder)
  await keyboard.press(row)
  await person.press(words.ui.secret.show(vault.texts.password ?? ''))
  await expect.poll(() => dialog.getByRole('textbox').last().inputValue()).toBe(SECRET)
  await person.look('still-read')
  await person.visitor.expectNowhere(account.password, SECRET, ITEM, FOLDER)
})
