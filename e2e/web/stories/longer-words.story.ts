import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../web/src/paths'
import { closeBrowser } from '../src/browser'
import { Client } from '../src/client'
import { speakPseudo } from '../src/pseudo'
import { Server } from '../src/server'
import { Visitor } from '../src/visitor'
import { until } from '../src/wait'
import { strayed } from './longer-words/strayed'

// Every page in a language of longer words: what has no room for them shows, and so does what is in
// no catalogue.

const OWNER = {
  email: 'owner@example.com',
  name: 'Owner',
  password: 'correct horse battery staple',
}

let server: Server
let organization: string
let visitor: Visitor

beforeAll(async () => {
  server = await Server.prepare('cloud')
  await server.run()
  const client = await Client.arrive(server, OWNER)
  organization = await client.buy('Acme', OWNER.email, 10)
  await client.invite(organization, 'member@example.com')
})
afterAll(async () => {
  await server.remove()
  await closeBrowser()
})
beforeEach(async () => {
  visitor = await Visitor.arrive(server, 'longer-words', 'fr')
  await speakPseudo(visitor.page.context())
})
afterEach(async () => expect(await visitor.leave()).toEqual([]))

test('what is in no catalogue, and what has no room, is noticed', async () => {
  const { page } = visitor
  await visitor.open(paths.front.login())
  await page
    .getByText(/\[.+~\]/)
    .first()
    .waitFor()
  expect(await strayed(page)).toEqual([])
  await page.evaluate(() => {
    const [said, wide] = [document.createElement('p'), document.createElement('p')]
    said.textContent = 'Written by hand'
    wide.textContent = '[long~]'
    wide.style.inlineSize = '200vw'
    const button = document.createElement('button')
    button.textContent = '[narrow~]'
    button.style.cssText = 'inline-size: 2rem; overflow: hidden; white-space: nowrap'
    document.querySelector('main')?.append(said, wide, button)
  })
  const noticed = ['in no catalogue: Written by hand', 'cut off: [narrow~]']
  expect(await strayed(page)).toEqual(
    expect.arrayContaining([...noticed, 'wider than the page: [long~]']),
  )
})

test('pages before anybody is signed in', async () => {
  const { login, signup, hint, recoverTwoStep, recoverDelete, signupLapsed } = paths.front
  await visitor.open(login())
  await eachFits(
    [login, signup, hint, recoverTwoStep, recoverDelete, signupLapsed].map((at) => at()),
  )
})

test('pages of a person and of an organization', async () => {
  const { page } = visitor
  await visitor.open(paths.front.login())
  await page.locator('input[name=email]').fill(OWNER.email)
  await page.keyboard.press('Enter')
  await page.locator('input[type=password]').fill(OWNER.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${paths.home()}`)
  const { vault, settings, newOrganization } = paths
  const { member: _, ...pages } = paths.organization
  await eachFits([
    ...[vault.items, vault.trash, vault.generator, newOrganization].map((at) => at()),
    ...Object.values(settings).map((at) => at()),
    ...Object.values(pages).map((at) => at(organization)),
    paths.home(),
  ])
})

test('pages of the operator', async () => {
  const { login: _, user: __, organization: one, overview, ...pages } = paths.system
  await visitor.open(await server.operatorLink())
  await visitor.page.waitForURL(`**${overview()}`)
  const { connections: ___, organizationLicense: ____, jobsGivenUp, mailIn, ...plain } = pages
  const tabs = ['administrators', 'features', 'connections', 'license', 'events', 'audit']
  await eachFits([
    ...Object.values(plain).map((at) => at()),
    one(organization),
    ...tabs.map((tab) => `${one(organization)}?tab=${tab}`),
    jobsGivenUp(),
    mailIn('kept'),
    overview(),
  ])
})

/** Goes to each address within the app, and says all that is wrong with any. */
async function eachFits(addresses: readonly string[]): Promise<void> {
  const { page } = visitor
  const wrong: string[] = []
  for (const address of addresses) {
    const before = await page.locator('body').textContent()
    await page.evaluate((to) => {
      history.pushState({}, '', `/app${to}`)
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
    await until(`the page at ${address}`, async () => {
      const now = await page.locator('body').textContent()
      return now !== before && (await page.locator('h1').count()) > 0
    })
    await page.waitForLoadState('networkidle')
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const what of await strayed(page)) wrong.push(`${address} at ${width}: ${what}`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
}
