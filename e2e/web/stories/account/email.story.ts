import { expect } from 'vitest'
import { register } from '../../src/account'
import { Person } from '../../src/person'
import { story } from '../../src/story'

const OLD = 'malo@before.example'
const NEW = 'malo@after.example'
const TAKEN = 'malo@taken.example'

/** Another e-mail address for an account, and whoever logs in with the old one afterwards. */
story('account-email', async ({ own, arrive }) => {
  const account = { email: OLD, name: 'Malo', password: 'correct horse battery staple' }
  const person = await Person.begin(await arrive(own), account)
  const { page, words, keyboard } = person
  const { changeEmail } = words.settings
  const dialog = page.getByRole('dialog')
  const refused = (name: string) => dialog.locator(`[name=${name}][aria-invalid=true]`).waitFor()
  const address = dialog.getByRole('textbox', { name: changeEmail.newEmail })
  const code = dialog.getByRole('textbox', { name: changeEmail.code })

  // the address one has, and a password that is not one's own
  await person.visitor.open('/settings/account')
  await person.unlock()
  await person.press(words.settings.account.changeEmail)
  await keyboard.write(address, OLD)
  await person.prove()
  await refused('newEmail')
  await person.look('same-address')
  await keyboard.write(address, TAKEN)
  await person.prove('not the password')
  await refused('current')
  await person.look('wrong-password')
  expect(await own.mailsTo(TAKEN)).toEqual([])

  // an address that somebody else signs up with before its code is typed
  await person.prove()
  await code.waitFor()
  const late = await own.mailedCode(TAKEN)
  await register(own, { ...account, email: TAKEN })
  await keyboard.answer(code, late)
  await refused('newEmail')
  expect(await address.inputValue()).toBe(TAKEN)
  await person.look('taken')

  // the code from the letter, and another
  await keyboard.write(address, NEW)
  await person.prove()
  await code.waitFor()
  await person.look('code')
  const mailed = await own.mailedCode(NEW)
  await keyboard.answer(code, mailed === '000000' ? '111111' : '000000')
  await refused('code')
  await person.look('wrong-code')
  await keyboard.answer(code, mailed)

  // logged out, and in again under the new address alone
  await person.headed(words.front.logIn.title)
  await person.said(words.front.logIn.emailChanged)
  await person.look('logged-out')
  await person.answerLogIn()
  await page.locator('[aria-invalid=true]').first().waitFor()
  await person.look('old-address')
  const renamed = new Person(person.visitor, { ...account, email: NEW })
  await renamed.logIn()
  await renamed.headed(words.settings.home.title)
  await renamed.visitor.expectNowhere(account.password, mailed)

  // the old one is told, and not where the account went
  const letter = (await own.mailsTo(OLD)).at(-1)?.text
  expect(letter).toContain('***@after.example')
  expect(letter).not.toContain(NEW)
})
