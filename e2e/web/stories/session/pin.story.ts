import { Person } from '../../src/person'
import { story } from '../../src/story'

const PIN = 'kiwi 42'
/** Wrong tries, until the PIN is forgotten. */
const TRIES = 5

/** A vault that a PIN opens, as long as its tab is there. */
story('session-pin', async ({ own, arrive }) => {
  const account = {
    email: 'lou@example.com',
    name: 'Lou',
    password: 'correct horse battery staple',
  }
  const person = await Person.begin(await arrive(own), account)
  const { page, words, keyboard, visitor } = person
  const { pin, security } = words.settings
  const { unlock, frame } = words.session
  const field = page.locator('input[type=password]:visible')
  const focus = page.locator(':focus')
  const asked = (label: string) =>
    page.getByRole('textbox', { name: label, exact: true }).and(focus).waitFor()
  const wrong = async (left: number) => {
    await keyboard.answer(field, `not the PIN ${left}`)
    await person.said(pin.wrong(left))
  }
  const lock = async () => {
    const menu = page.getByRole('button', { name: words.shell.account(account.email) })
    await keyboard.take(menu, frame.lock)
    await person.headed(unlock.title)
  }
  const set = async () => {
    await person.press(pin.set)
    await keyboard.answer(page.getByRole('dialog').getByLabel(pin.label, { exact: true }), PIN)
    await person.said(pin.done)
    await person.said(pin.isSet)
  }

  // too short, then set
  await person.go(words.settings.account.title)
  await person.go(security.title)
  await person.press(pin.set)
  await keyboard.answer(page.getByRole('dialog').locator('input'), 'abc')
  await person.said(pin.tooShort(4))
  await person.look('too-short')
  await page.keyboard.press('Escape')
  await set()
  await person.look('set')

  // it opens the vault, where the person was
  await lock()
  await asked(pin.label)
  await person.look('locked')
  await wrong(TRIES - 1)
  await asked(pin.label)
  await person.look('wrong')
  await person.press(pin.usePassword)
  await asked(unlock.password)
  await person.look('password-instead')
  await person.press(pin.usePin)
  await asked(pin.label)
  await keyboard.answer(field, PIN)
  await person.headed(security.title)
  await visitor.expectNowhere(PIN, account.password)

  // five wrong tries in a row, and it is forgotten
  await lock()
  for (let left = TRIES - 1; left > 0; left -= 1) await wrong(left)
  await keyboard.answer(field, 'not the PIN')
  await person.said(pin.spent)
  await asked(unlock.password)
  await person.look('forgotten')
  await person.prove()
  await person.headed(security.title)

  // taken back, and gone with a reload
  await set()
  await person.press(pin.remove)
  await page.getByRole('button', { name: pin.set, exact: true }).and(focus).waitFor()
  await set()
  await page.reload()
  await person.headed(unlock.title)
  await asked(unlock.password)
  await person.prove()
  await person.headed(security.title)
  await page.getByRole('button', { name: pin.set, exact: true }).waitFor()
  await visitor.expectNowhere(PIN)
})
