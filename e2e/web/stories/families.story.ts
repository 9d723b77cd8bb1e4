import { expect } from 'vitest'
import { register } from '../src/account'
import { story } from '../src/story'
import type { Visitor } from '../src/visitor'
import { WORDS } from './families/words'

const PASSWORD = 'correct horse battery staple'
const OWNER = 'owner@acme.example'
const MEMBER = 'member@acme.example'
/** Shown in the guide. */
const GUIDE = { inGuide: true }
const HOME = 'member@home.example'

/** Both articles on self-hosting Families sponsorships, in their order. */
story('families', async ({ cloud, own, language, arrive }) => {
  const words = WORDS[language]
  const headed = (visitor: Visitor, name: string | RegExp) =>
    visitor.page.getByRole('heading', { level: 1, name }).waitFor()
  const button = (visitor: Visitor, name: string | RegExp) =>
    visitor.page.getByRole('button', { name })
  const go = async (visitor: Visitor, name: string) => {
    // Some places are also offered on the page itself; the way in the navigation comes first.
    await visitor.page.getByRole('link', { name, exact: true }).first().click()
    await headed(visitor, name)
  }
  const logIn = async (visitor: Visitor, email: string) => {
    await visitor.open('/login')
    await headed(visitor, words.logIn)
    await visitor.page.getByRole('textbox').fill(email)
    await visitor.page.keyboard.press('Enter')
    await visitor.page.locator('input[type=password]').fill(PASSWORD)
    await visitor.page.keyboard.press('Enter')
    await headed(visitor, words.home)
  }
  // A reload, or another address, leaves the keys behind.
  const unlock = async (visitor: Visitor) => {
    await headed(visitor, words.unlock)
    await visitor.page.locator('input[type=password]').fill(PASSWORD)
    await visitor.page.keyboard.press('Enter')
  }
  const reload = async (visitor: Visitor) => {
    await visitor.page.reload()
    await unlock(visitor)
  }
  const said = (visitor: Visitor, text: string | RegExp) =>
    visitor.page.getByText(text).first().waitFor()

  // An Enterprise organization on the cloud.
  await register(cloud, { email: OWNER, name: 'Inès', password: PASSWORD })
  const buyer = await arrive(cloud)
  await logIn(buyer, OWNER)
  await buyer.look('cloud-home')
  await go(buyer, words.newOrganization)
  await buyer.look('cloud-new-organization')
  await buyer.page.getByLabel(words.name, { exact: true }).fill('Acme')
  await buyer.page.getByText(words.enterprise, { exact: true }).click()
  await button(buyer, words.createOrganization).click()
  await headed(buyer, words.subscription)
  await said(buyer, words.selfHosting)
  await buyer.look('cloud-subscription', GUIDE)

  // Step: the licence, for the installation of the company's server.
  const installation = await installationOf(own)
  await button(buyer, words.downloadLicense).click()
  await buyer.page.getByRole('dialog').getByRole('textbox').fill(installation)
  await buyer.look('cloud-download-license', GUIDE)
  const [download] = await Promise.all([
    buyer.page.waitForEvent('download'),
    buyer.page.getByRole('dialog').getByRole('button', { name: words.download }).click(),
  ])
  const license = await download.path()

  // Step: retrieve the billing sync token.
  await button(buyer, words.setUpBillingSync).click()
  await buyer.look('cloud-token-password')
  await buyer.page.getByRole('dialog').locator('input[type=password]').fill(PASSWORD)
  await buyer.page.keyboard.press('Enter')
  const tokenField = buyer.page.getByRole('textbox', { name: words.token })
  await tokenField.waitFor()
  const token = await tokenField.inputValue()
  expect(token.length).toBeGreaterThan(10)
  await buyer.look('cloud-token', GUIDE)
  await buyer.expectNowhere(token, PASSWORD)
  await buyer.page.getByRole('dialog').getByRole('button', { name: words.close }).last().click()

  // The company's own server: the organization of the licence.
  await register(own, { email: OWNER, name: 'Inès', password: PASSWORD })
  const owner = await arrive(own)
  await logIn(owner, OWNER)
  await go(owner, words.newOrganization)
  await owner.look('own-new-organization', GUIDE)
  const [chooser] = await Promise.all([
    owner.page.waitForEvent('filechooser'),
    button(owner, words.chooseFile).click(),
  ])
  await chooser.setFiles({
    name: 'license.json',
    mimeType: 'application/json',
    buffer: await import('node:fs/promises').then(({ readFile }) => readFile(license)),
  })
  await button(owner, words.createOrganization).click()
  await headed(owner, words.subscription)
  await said(owner, words.licenseManagement)
  await owner.look('own-subscription', GUIDE)

  // Step: apply the token.
  await owner.page.getByText(words.automaticSync, { exact: true }).click()
  await button(owner, words.manageBillingSync).click()
  await owner.page.getByRole('dialog').getByRole('textbox').fill(token)
  await owner.look('own-manage-billing-sync', GUIDE)
  await owner.page.getByRole('dialog').getByRole('button', { name: words.save }).click()
  await said(owner, words.lastLicenseSync)
  await said(owner, words.never)
  await owner.look('own-connected-never-synced')

  // A member sponsors a family: nothing is mailed before a sync.
  await register(own, { email: MEMBER, name: 'Malo', password: PASSWORD })
  await go(owner, words.members)
  await owner.look('own-members')
  await button(owner, words.invite).click()
  await owner.page.getByRole('dialog').getByRole('textbox').fill(MEMBER)
  await owner.look('own-invite')
  await owner.page.keyboard.press('Control+Enter')
  const invitation = await own.mailedLink(MEMBER, 'accept-organization')
  const member = await arrive(own)
  await logIn(member, MEMBER)
  await member.open(invitation)
  await unlock(member)
  await button(member, words.joinAcme).click()
  await headed(member, words.accepted)
  await member.look('own-accepted')
  await reload(owner)
  await headed(owner, words.members)
  await said(owner, words.needsConfirmation)
  await owner.page.getByRole('button', { name: words.confirm, exact: true }).first().click()
  await owner.page.getByRole('button', { name: words.samePhrase }).waitFor()
  await owner.look('own-confirm-fingerprint', GUIDE)
  await button(owner, words.samePhrase).click()
  await said(owner, words.oneConfirmed)
  await owner.look('own-members-confirmed')

  await member.open('/settings/sponsorships')
  await unlock(member)
  await headed(member, words.freeFamilies)
  await member.look('own-free-families', GUIDE)
  await member.page.getByLabel(words.personalEmail).fill(HOME)
  await button(member, words.requestOffer).click()
  await said(member, words.awaitingSync)
  await member.look('own-awaiting-sync', GUIDE)

  // Step: trigger a sync. In the one article on the subscription page …
  await go(owner, words.subscription)
  await button(owner, words.syncLicense).click()
  await owner.page.getByText(words.licenseSynced).waitFor()
  await owner.look('own-license-synced', GUIDE)
  // … in the other in the operator's portal.
  const operator = await arrive(own)
  await operator.open(await own.operatorLink())
  await headed(operator, words.overview)
  await operator.look('portal-overview')
  await go(operator, words.organizations)
  await operator.page.getByRole('link', { name: 'Acme' }).click()
  await headed(operator, 'Acme')
  await operator.page.getByRole('tab', { name: words.connections }).click()
  await headed(operator, 'Acme')
  await button(operator, words.manuallySync).waitFor()
  await operator.look('portal-connections', GUIDE)
  await button(operator, words.manuallySync).click()
  await operator.page.getByText(words.billingSynced).waitFor()
  await operator.look('portal-synced')

  // The offer is sent, and accepted on the cloud.
  await reload(member)
  await said(member, words.sent)
  await member.look('own-sent', GUIDE)
  const offer = await cloud.mailedLink(HOME, 'accept-families-for-enterprise')
  const family = await arrive(cloud)
  await family.open(offer)
  await headed(family, words.join)
  expect(family.page.url()).not.toContain('token')
  await family.look('cloud-offer', GUIDE)
  await family.page.getByRole('link', { name: words.signUpToAccept }).click()
  await headed(family, words.chooseMasterPassword)
  const [first, second] = await family.page.locator('input[type=password]').all()
  await first?.fill(PASSWORD)
  await second?.fill(PASSWORD)
  await family.look('cloud-choose-master-password')
  await button(family, words.createAccount).click()
  await headed(family, words.redeem)
  await family.look('cloud-redeem', GUIDE)
  await family.page.getByLabel(words.organizationName).fill('Maison')
  await button(family, words.acceptOffer).click()
  await headed(family, words.familiesIsFree)
  await family.look('cloud-redeemed', GUIDE)

  // The company's server hears of it by the next sync; the member takes it back.
  await button(operator, words.manuallySync).click()
  await operator.page.getByText(words.billingSynced).waitFor()
  await reload(member)
  await said(member, words.active)
  await member.look('own-active', GUIDE)
  await member.page.getByRole('button', { name: words.more }).click()
  await member.page.getByRole('menuitem', { name: words.remove }).click()
  await member.page.getByRole('alertdialog').waitFor()
  await member.look('own-remove')
  await member.page.getByRole('alertdialog').getByRole('button', { name: words.remove }).click()
  await said(member, words.ending)
  await member.look('own-ending', GUIDE)
})

/** The installation id of a server, from the file the operator keeps. */
async function installationOf({ data }: { data: string }): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(`${data}/env/global.override.env`, 'utf8')
  const id = /installation__id=(\S+)/.exec(text)?.[1]
  if (!id) throw new Error('the server has no installation id')
  return id
}
