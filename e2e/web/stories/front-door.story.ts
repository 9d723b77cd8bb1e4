import { expect } from 'vitest'
import { story } from '../src/story'

const TITLE = { en: 'Log in', fr: 'Se connecter' }
const CONTINUE = { en: 'Continue', fr: 'Continuer' }
const LINKS = {
  '/': '/app/login',
  '/#/login': '/app/login',
  '/admin': '/app/admin',
}

story('front-door', async ({ cloud, own, language, arrive }) => {
  for (const server of [cloud, own]) {
    const visitor = await arrive(server)
    const { page } = visitor
    await visitor.open('/login')
    await page.getByRole('heading', { level: 1, name: TITLE[language] }).waitFor()
    await visitor.look(`login-${server.role}`)
    await visitor.keyboard.write(page.getByRole('textbox'), 'member@example.com')
    await visitor.keyboard.press(page.getByRole('button', { name: CONTINUE[language] }))
    await page.locator('input[type=password]').waitFor()
    await visitor.look(`password-${server.role}`)

    for (const [address, shown] of Object.entries(LINKS)) {
      await visitor.open(server.url + address)
      await page.waitForURL((url) => url.pathname.startsWith(shown))
    }
    await visitor.open(`${server.url}/redirect-connector.html#finish-signup?token=a.b_c&email=x`)
    await page.waitForURL('**/app/signup/finish')
    expect(page.url()).not.toContain('a.b_c')

    await visitor.open(`${server.url}/duo-redirect-connector.html?code=secret-code&state=s`)
    await page.getByText('Duo').waitFor()
    await visitor.look(`connector-${server.role}`)
    await visitor.expectNowhere('secret-code')
  }
})
