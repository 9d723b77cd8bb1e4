import { expect } from 'vitest'
import { Authenticator } from '../src/authenticator'
import { Person } from '../src/person'
import { story } from '../src/story'

const EMAIL = 'member@example.com'

/** The second step: set up, asked for, forgotten on a device, lost, turned off. */
story('two-step', async ({ own, language, arrive }) => {
  const visitor = await arrive(own)
  const account = { email: EMAIL, name: 'Malo', password: 'correct horse battery staple' }
  const person = await Person.begin(visitor, account)
  const { page, words, keyboard } = person
  const { twoStep } = words.settings
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  const code = dialog.getByRole('textbox')
  const keyOf = async (place: string) =>
    ((await dialog.locator(place).textContent()) ?? '').replaceAll(/\s/g, '')
  const isOn = (ways: number) =>
    expect.poll(() => page.getByText(twoStep.isOn, { exact: true }).count()).toBe(ways)
  const answer = (text: string) => keyboard.answer(page.getByRole('textbox'), text)
  const confirm = (text: string) => keyboard.answer(code, text)
  const refused = () => page.locator('[aria-invalid=true]').waitFor()

  await person.go(twoStep.title)
  await person.look('off')

  // an authenticator app
  await person.press(twoStep.setUpFor(twoStep.authenticator))
  await person.prove('not the password')
  await refused()
  await person.look('proof-refused')
  await person.prove()
  await dialog.getByRole('img', { name: twoStep.qr }).waitFor()
  const key = await keyOf('code')
  const app = new Authenticator(key)
  await person.look('set-up')
  await confirm(app.wrong())
  await refused()
  await person.look('set-up-refused')
  await confirm(await app.next())
  await dialog.getByText(twoStep.recoveryKeep).waitFor()
  const recovery = await keyOf('pre')
  expect(recovery).toHaveLength(32)
  await person.look('recovery-code')
  await person.press(twoStep.recoveryKept)
  await isOn(1)
  await person.look('on')
  await visitor.expectNowhere(key, recovery)

  // codes by mail
  await person.press(twoStep.setUpFor(twoStep.email))
  await person.prove()
  await dialog.getByRole('textbox', { name: twoStep.address }).waitFor()
  await person.look('mail-address')
  await keyboard.press(dialog.getByRole('textbox', { name: twoStep.address }))
  await dialog.getByRole('textbox', { name: twoStep.mailedCode }).waitFor()
  await person.look('mail-code')
  await confirm(await own.mailedCode(EMAIL))
  await isOn(2)

  // asked for, refused, answered
  await person.logOut()
  // what was told to the person goes with them
  expect(await page.getByText(twoStep.done(twoStep.email)).count()).toBe(0)
  await person.answerLogIn()
  await person.headed(words.front.twoStep.title)
  await person.look('asked')
  await answer(app.wrong())
  await refused()
  await person.look('asked-refused')
  await person.press(words.front.twoStep.methods.email)
  await person.said(/10/)
  await person.look('asked-by-mail')
  await answer(await own.mailedCode(EMAIL))
  await person.headed(words.settings.home.title)

  // remembered on this device, and on no other
  await person.logOut()
  await person.answerLogIn()
  await person.headed(words.front.twoStep.title)
  await keyboard.choose(page.getByRole('checkbox', { name: words.front.twoStep.remember }))
  await answer(await app.next())
  await person.headed(words.settings.home.title)
  await person.logOut()
  await person.answerLogIn()
  await person.headed(words.settings.home.title)
  const elsewhere = new Person(await arrive(own), account)
  await elsewhere.logIn()
  await elsewhere.headed(words.front.twoStep.title)

  // left half done
  await elsewhere.page.reload()
  await elsewhere.said(words.front.twoStep.left)
  await elsewhere.look('left-half-done')

  // one way turned off: the other stays
  await person.go(twoStep.title)
  await person.press(twoStep.turnOffFor(twoStep.email))
  await dialog.getByText(twoStep.turnOffOther).waitFor()
  await person.look('turn-off')
  await person.prove()
  await isOn(1)
  await person.press(twoStep.recoveryShow)
  await person.prove()
  await dialog.getByText(twoStep.recoveryKeep).waitFor()
  expect(await keyOf('pre')).toBe(recovery)
  await person.press(twoStep.recoveryKept)

  // lost: the recovery code lets in once, and turns all off
  await elsewhere.logIn()
  await elsewhere.headed(words.front.twoStep.title)
  await elsewhere.keyboard.press(
    elsewhere.page.getByRole('link', { name: words.front.twoStep.recovery }),
  )
  await elsewhere.headed(words.front.recoverTwoStep.title)
  await elsewhere.look('recovery')
  await elsewhere.keyboard.answer(elsewhere.page.getByRole('textbox'), 'abcd '.repeat(8))
  await elsewhere.page.locator('[aria-invalid=true]').waitFor()
  await elsewhere.look('recovery-refused')
  await elsewhere.keyboard.answer(elsewhere.page.getByRole('textbox'), recovery)
  await elsewhere.headed(twoStep.title)
  await elsewhere.page.getByText(twoStep.off).waitFor()
  await elsewhere.look('recovered')
  await elsewhere.visitor.expectNowhere(recovery, account.password)
  expect(language).toBe(visitor.language)
})
