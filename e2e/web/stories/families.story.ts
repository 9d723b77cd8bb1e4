import { readFile } from 'node:fs/promises'
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
  const said = (visitor: Visitor, text: string | RegExp) =>
    visitor.page.getByText(text).first().waitFor()
  // What lies above the page comes later in it.
  const press = ({ keyboard, page }: Visitor, name: string | RegExp) =>
    keyboard.press(page.getByRole('button', { name }).last())
  const write = ({ keyboard, page }: Visitor, name: string | RegExp, text: string) =>
    keyboard.write(page.getByRole('textbox', { name }), text)
  const prove = ({ keyboard, page }: Visitor) =>
    keyboard.answer(page.locator('input[type=password]:visible'), PASSWORD)
  const go = async (visitor: Visitor, name: string) => {
    // Some places are also offered on the page itself; the way in the navigation comes first.
    await visitor.keyboard.press(visitor.page.getByRole('link', { name, exact: true }).first())
    await headed(visitor, name)
  }
  const logIn = async (visitor: Visitor, email: string) => {
    await visitor.open('/login')
    await headed(visitor, words.logIn)
    await visitor.keyboard.answer(visitor.page.getByRole('textbox'), email)
    await prove(visitor)
    await headed(visitor, words.home)
  }
  // A reload, or another address, leaves the keys behind.
  const unlock = async (visitor: Visitor) => {
    await headed(visitor, words.unlock)
    await prove(visitor)
  }
  const reload = async (visitor: Visitor) => {
    await visitor.page.reload()
    await unlock(visitor)
  }

  // An Enterprise organization on the cloud.
  await register(cloud, { email: OWNER, name: 'Inès', password: PASSWORD })
  const buyer = await arrive(cloud)
  await logIn(buyer, OWNER)
  await buyer.look('cloud-home')
  await go(buyer, words.newOrganization)
  await buyer.look('cloud-new-organization')
  await write(buyer, words.name, 'Acme')
  await buyer.keyboard.choose(buyer.page.getByRole('radio', { name: words.enterprise }))
  await press(buyer, words.createOrganization)
  await headed(buyer, words.subscription)
  await said(buyer, words.selfHosting)
  await buyer.look('cloud-subscription', GUIDE)

  // Step: the licence, for the installation of the company's server.
  const installation = await own.installation()
  await press(buyer, words.downloadLicense)
  await buyer.keyboard.write(buyer.page.getByRole('dialog').getByRole('textbox'), installation)
  await buyer.look('cloud-download-license', GUIDE)
  const [download] = await Promise.all([
    buyer.page.waitForEvent('download'),
    press(buyer, words.download),
  ])
  const license = await download.path()

  // Step: retrieve the billing sync token.
  await press(buyer, words.setUpBillingSync)
  await buyer.look('cloud-token-password')
  await prove(buyer)
  const tokenField = buyer.page.getByRole('textbox', { name: words.token })
  await tokenField.waitFor()
  const token = await tokenField.inputValue()
  expect(token.length).toBeGreaterThan(10)
  await buyer.look('cloud-token', GUIDE)
  await buyer.expectNowhere(token, PASSWORD)
  await press(buyer, words.close)

  // The company's own server: the organization of the licence.
  await register(own, { email: OWNER, name: 'Inès', password: PASSWORD })
  const owner = await arrive(own)
  await logIn(owner, OWNER)
  await go(owner, words.newOrganization)
  await owner.look('own-new-organization', GUIDE)
  const [chooser] = await Promise.all([
    owner.page.waitForEvent('filechooser'),
    press(owner, words.chooseFile),
  ])
  await chooser.setFiles({
    name: 'license.json',
    mimeType: 'application/json',
    buffer: await readFile(license),
  })
  await press(owner, words.createOrganization)
  await headed(owner, words.subscription)
  await said(owner, words.licenseManagement)
  await owner.look('own-subscription')

  // Step: apply the token.
  await owner.keyboard.choose(owner.page.getByRole('radio', { name: words.automaticSync }))
  await press(owner, words.manageBillingSync)
  await owner.keyboard.write(owner.page.getByRole('dialog').getByRole('textbox'), token)
  await owner.look('own-manage-billing-sync', GUIDE)
  await press(owner, words.save)
  await said(owner, words.lastLicenseSync)
  await said(owner, words.never)
  await owner.look('own-connected-never-synced')

  // A member sponsors a family: nothing is mailed before a sync.
  await register(own, { email: MEMBER, name: 'Malo', password: PASSWORD })
  await go(owner, words.members)
  await owner.look('own-members')
  await press(owner, words.invite)
  await owner.keyboard.write(owner.page.getByRole('dialog').getByRole('textbox'), MEMBER)
  await owner.look('own-invite')
  await owner.page.keyboard.press('Control+Enter')
  const invitation = await own.mailedLink(MEMBER, 'accept-organization')
  const member = await arrive(own)
  await logIn(member, MEMBER)
  await member.open(invitation)
  await unlock(member)
  await press(member, words.joinAcme)
  await headed(member, words.accepted)
  await member.look('own-accepted')
  await reload(owner)
  await headed(owner, words.members)
  await said(owner, words.needsConfirmation)
  await owner.keyboard.press(
    owner.page.getByRole('button', { name: words.confirm, exact: true }).first(),
  )
  await owner.page.getByRole('button', { name: words.samePhrase }).waitFor()
  await owner.look('own-confirm-fingerprint', GUIDE)
  await press(owner, words.samePhrase)
  await said(owner, words.oneConfirmed)
  await owner.look('own-members-confirmed')

  await member.open('/settings/sponsorships')
  await unlock(member)
  await headed(member, words.freeFamilies)
  await member.look('own-free-families', GUIDE)
  await write(member, words.personalEmail, HOME)
  await press(member, words.requestOffer)
  await said(member, words.awaitingSync)
  await member.look('own-awaiting-sync', GUIDE)

  // Step: trigger a sync. In the one article on the subscription page …
  await go(owner, words.subscription)
  await press(owner, words.syncLicense)
  await owner.page.getByText(words.licenseSynced).waitFor()
  await owner.look('own-license-synced')
  // … in the other in the operator's portal.
  const operator = await arrive(own)
  await operator.open(await own.operatorLink())
  await headed(operator, words.overview)
  await operator.look('portal-overview')
  await go(operator, words.organizations)
  await operator.keyboard.press(operator.page.getByRole('link', { name: 'Acme' }))
  await headed(operator, 'Acme')
  await operator.keyboard.to(operator.page.getByRole('tab', { name: words.connections }))
  await headed(operator, 'Acme')
  await operator.page.getByRole('button', { name: words.manuallySync }).waitFor()
  await operator.look('portal-connections', GUIDE)
  await press(operator, words.manuallySync)
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
  await family.keyboard.press(family.page.getByRole('link', { name: words.signUpToAccept }))
  await headed(family, words.chooseMasterPassword)
  for (const field of await family.page.locator('input[type=password]').all())
    await family.keyboard.write(field, PASSWORD)
  await family.look('cloud-choose-master-password')
  await press(family, words.createAccount)
  await headed(family, words.redeem)
  await family.look('cloud-redeem', GUIDE)
  await write(family, words.organizationName, 'Maison')
  await press(family, words.acceptOffer)
  await headed(family, words.familiesIsFree)
  await family.look('cloud-redeemed', GUIDE)

  // The company's server hears of it by the next sync; the member takes it back.
  await press(operator, words.manuallySync)
  await operator.page.getByText(words.billingSynced).waitFor()
  await reload(member)
  await said(member, words.active)
  await member.look('own-active', GUIDE)
  await member.keyboard.take(member.page.getByRole('button', { name: words.more }), words.remove)
  await member.page.getByRole('alertdialog').waitFor()
  await member.look('own-remove')
  await press(member, words.remove)
  await said(member, words.ending)
  await member.look('own-ending', GUIDE)
})
