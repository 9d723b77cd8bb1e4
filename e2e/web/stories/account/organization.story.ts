import { expect } from 'vitest'
import { confirmOne, demand, invite, makeOrganization } from '../../src/organization'
import { Person } from '../../src/person'
import { story } from '../../src/story'

const PASSWORD = 'correct horse battery staple'
const BETTER = 'Correct-horse-battery-staple-4'
const MEMBER = 'malo@acme.example'

/** What an organization asks of its members' accounts: that it may recover them, and how they are opened. */
story('account-organization', async ({ cloud, arrive }) => {
  const owner = await Person.begin(await arrive(cloud), {
    email: 'owner@acme.example',
    name: 'Inès',
    password: PASSWORD,
  })
  const acme = await makeOrganization(owner, 'Acme', 'enterprise')
  await demand(owner, acme, 'singleOrganization')
  await demand(owner, acme, 'accountRecovery', { autoEnrollEnabled: true })
  await owner.open(`/org/${acme}/settings/general`)
  const phrase = await phraseOf(owner)
  await owner.look('phrase')
  await invite(owner, MEMBER)

  // whoever joins agrees to be recovered, knowing by whom
  const account = { email: MEMBER, name: 'Malo', password: PASSWORD }
  const visitor = await arrive(cloud)
  const member = await Person.begin(visitor, account)
  const { page, words, keyboard } = member
  const { join, renew } = words.front
  const { recovery, newPassword } = words.session
  const { organizations } = words.settings
  const dialog = page.getByRole('dialog')
  const compared = dialog.getByRole('checkbox', { name: recovery.compared })
  const unmarked = (name: string) =>
    page.locator(`[name=${name}][aria-invalid=true]`).first().waitFor()
  await member.open(await cloud.mailedLink(MEMBER, 'accept-organization'))
  await member.headed(join.title('Acme'))
  expect(await phraseOf(member)).toBe(phrase)
  await member.look('join')
  await member.press(join.submit('Acme'))
  await unmarked('recovery')
  await member.look('join-without-consent')
  await keyboard.choose(page.getByRole('checkbox', { name: join.recoveryAllow }))
  await member.press(join.submit('Acme'))
  await member.headed(join.doneTitle)
  await confirmOne(owner)

  // demanded of all, it is not taken back
  await member.open('/settings/organizations')
  await member.said(organizations.enrolled)
  await member.said(organizations.demanded('Acme'))
  expect(await page.getByRole('button', { name: organizations.withdrawFor('Acme') }).count()).toBe(
    0,
  )
  await member.look('enrolled')

  // offered, it is taken back, and given again
  await demand(owner, acme, 'accountRecovery', { autoEnrollEnabled: false })
  await member.reload()
  await member.press(organizations.withdrawFor('Acme'))
  await member.look('withdraw')
  await member.prove('not the password')
  await unmarked('current')
  await member.prove()
  await member.said(organizations.notEnrolled)
  const enrol = page.getByRole('button', { name: organizations.enrolFor('Acme') })
  await expect.poll(() => enrol.evaluate((it) => it === document.activeElement)).toBe(true)
  await member.look('withdrawn')
  await keyboard.press(enrol)
  expect(await phraseOf(member)).toBe(phrase)
  await member.prove()
  await unmarked('compared')
  await member.look('enrol-not-compared')
  await keyboard.choose(compared)
  await member.prove()
  await member.said(organizations.enrolled)

  // a better master password, before anything else is shown
  await demand(owner, acme, 'masterPassword', {
    minLength: 30,
    requireUpper: true,
    requireNumbers: true,
    enforceOnLogin: true,
  })
  await member.logOut()
  await visitor.open('/settings/organizations')
  await member.answerLogIn()
  await member.headed(renew.title)
  await page.waitForURL(/\/login\/password/)
  await member.look('too-weak')
  const write = async (current: string, next: string) => {
    await keyboard.write(page.locator('[name=current]'), current)
    await keyboard.write(page.locator('[name=password]'), next)
    await keyboard.answer(page.locator('[name=again]'), next)
  }
  await write(PASSWORD, 'correct horse battery stapler')
  await unmarked('password')
  await member.said(newPassword.missing)
  await member.look('still-too-weak')
  await write('not the password', BETTER)
  await unmarked('current')
  await member.look('wrong-password')
  await write(PASSWORD, BETTER)
  await member.headed(organizations.title)
  await page.waitForURL('**/settings/organizations')
  await member.look('better')
  await visitor.expectNowhere(PASSWORD, BETTER)
  await member.logOut()
  await member.answerLogIn(BETTER)
  await member.headed(words.settings.home.title)
})

/** The fingerprint phrase that is shown, its words alone. */
async function phraseOf({ page }: Person): Promise<string> {
  const shown = page.locator('p[translate=no]')
  await shown.waitFor()
  const words = await shown.locator('span:not(.visually-hidden)').allTextContents()
  expect(words).toHaveLength(5)
  return words.join('-')
}
