import type { Page } from 'playwright-core'
import { register } from '../src/account'
import { Keyboard } from '../src/keyboard'
import { story } from '../src/story'

const WORDS = {
  en: {
    home: 'Home',
    locked: 'Your vault is locked',
    logIn: 'Log in',
    account: /^Account/,
    lock: 'Lock now',
    logOut: 'Log out',
  },
  fr: {
    home: 'Accueil',
    locked: 'Votre coffre est verrouillé',
    logIn: 'Se connecter',
    account: /^Compte/,
    lock: 'Verrouiller maintenant',
    logOut: 'Se déconnecter',
  },
}

story('session', async ({ own, language, arrive }) => {
  const words = WORDS[language]
  const email = 'owner@example.com'
  const password = 'correct horse battery staple'
  await register(own, { email, name: 'Élodie', password })

  const owner = await arrive(own)
  const { page } = owner
  const headed = (at: Page, name: string) =>
    at.getByRole('heading', { level: 1, name }).waitFor({ state: 'visible' })
  const answer = (at: Page, text: string) =>
    new Keyboard(at).answer(at.locator('input[type=password]:visible'), text)
  const choose = (at: Page, name: string) =>
    new Keyboard(at).take(at.getByRole('button', { name: words.account }), name)

  await owner.open('/home?from=link')
  await headed(page, words.logIn)
  await owner.keyboard.answer(page.getByRole('textbox'), email)
  await answer(page, 'not the password')
  await page.locator('[aria-invalid=true]').waitFor()
  await answer(page, password)
  await headed(page, words.home)
  await page.waitForURL('**/app/home?from=link')
  await owner.expectNowhere(password)

  await page.reload()
  await headed(page, words.locked)
  await answer(page, 'not the password')
  await page.locator('[aria-invalid=true]').waitFor()
  await answer(page, password)
  await headed(page, words.home)
  await page.waitForURL('**/app/home?from=link')

  const other = await page.context().newPage()
  await other.goto(`${own.url}/app/home`)
  await headed(other, words.locked)
  await answer(other, password)
  await headed(other, words.home)

  await choose(other, words.lock)
  await headed(other, words.locked)
  await headed(page, words.locked)
  await owner.look('locked')
  await answer(page, password)
  await headed(page, words.home)

  await choose(page, words.logOut)
  await headed(page, words.logIn)
  await headed(other, words.logIn)
  await page.reload()
  await headed(page, words.logIn)
  await owner.expectNowhere(password, 'refreshToken')
})
