import { expect } from 'vitest'
import { register } from '../src/account'
import { invite, makeOrganization } from '../src/organization'
import { Person } from '../src/person'
import { story } from '../src/story'
import type { Visitor } from '../src/visitor'
import { WORDS } from '../src/words'

const PASSWORD = 'correct horse battery staple'
const OWNER = { email: 'owner@acme.example', name: 'Inès', password: PASSWORD }
const MEMBER = { email: 'member@acme.example', name: 'Malo', password: PASSWORD }
const NEWCOMER = 'newcomer@home.example'

/** A link whose token is another one. */
const forged = (link: string) => link.replace(/token=[^&]{8}/, 'token=AAAAAAAA')

/** Links that came in a letter, and what is said to whoever opens them at the wrong time. */
story('links', async ({ cloud, language, arrive }) => {
  const { front, members, organizations, settings } = WORDS[language]
  const { join } = front
  const headed = ({ page }: Visitor, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const said = ({ page }: Visitor, text: string) => page.getByText(text).first().waitFor()
  const owner = await Person.begin(await arrive(cloud), OWNER)
  const acme = await makeOrganization(owner, 'Acme', 'enterprise')
  await register(cloud, MEMBER)

  // signing up: a link that is not whole, that nobody wrote, that was used
  const visitor = await arrive(cloud)
  const { page, keyboard } = visitor
  await visitor.open('/signup')
  await headed(visitor, front.signUp.title)
  await visitor.look('sign-up')
  await keyboard.answer(page.getByRole('textbox', { name: front.email }), NEWCOMER)
  await headed(visitor, front.signUp.sentTitle)
  await visitor.look('sign-up-sent')
  const signUp = await cloud.mailedLink(NEWCOMER, 'finish-signup')
  await visitor.open(forged(signUp))
  await headed(visitor, front.signUp.lapsedTitle)
  await visitor.look('sign-up-forged')
  await visitor.open('/signup/finish')
  await said(visitor, front.finish.incomplete)
  await visitor.look('sign-up-incomplete')
  await visitor.open(signUp)
  await headed(visitor, front.finish.title)
  await visitor.expectNowhere(new URLSearchParams(signUp.split('?')[1]).get('token') ?? signUp)
  const passwords = page.locator('input[type=password]')
  await keyboard.write(passwords.first(), 'password')
  await visitor.look('sign-up-weak')
  for (const field of await passwords.all()) await keyboard.write(field, PASSWORD)
  await keyboard.press(page.getByRole('button', { name: front.finish.submit }))
  await headed(visitor, settings.home.title)
  await visitor.open(signUp)
  // signed in already: nothing is made without a word
  await said(visitor, front.finish.signedIn(NEWCOMER))
  await visitor.look('sign-up-signed-in')
  await keyboard.press(page.getByRole('button', { name: join.change }))
  await headed(visitor, front.signUp.takenTitle)
  await visitor.look('sign-up-used')

  // an address that is shown to be somebody's own
  await visitor.open('/verify-email?userId=01a1fefe-701a-711d-b558-35d72b5ac06b&token=AAAAAAAA')
  await said(visitor, front.verifyEmail.refused)
  await visitor.look('verify-forged')

  // an invitation: not whole, for somebody else, written by nobody
  await invite(owner, MEMBER.email)
  const invitation = await cloud.mailedLink(MEMBER.email, 'accept-organization')
  await visitor.open('/join/organization?organizationName=Acme')
  await said(visitor, join.incomplete)
  await visitor.look('join-incomplete')
  await visitor.open(forged(invitation))
  await headed(visitor, join.lapsedTitle)
  await visitor.look('join-forged')
  await visitor.open(invitation)
  await headed(visitor, join.title('Acme'))
  await visitor.look('join-signed-out')
  await owner.open(invitation)
  await owner.headed(join.otherTitle)
  await owner.look('join-other-account')

  // a policy in the way: another organization, then a missing second step
  const member = new Person(await arrive(cloud), MEMBER)
  await member.logIn()
  await member.headed(settings.home.title)
  const home = await makeOrganization(member, 'Home', 'free')
  await owner.open(`/org/${acme}/settings/policies`)
  const demand = (type: number) =>
    owner.page.getByRole('switch', { name: organizations.policies.name[type] ?? '' })
  const turn = async (type: number) => {
    const before = await demand(type).isChecked()
    await owner.keyboard.press(demand(type), 'Space')
    await expect.poll(() => demand(type).isChecked()).toBe(!before)
  }
  await turn(3)
  await owner.look('policies')
  await member.open(invitation)
  await member.said(join.single('Acme', 'Home'))
  await member.look('join-single-organization')
  await turn(3)
  await turn(0)
  await member.open(invitation)
  await member.said(join.twoStep('Acme'))
  await member.look('join-two-step')
  await turn(0)

  // accepted, opened once more, and once more when all is done
  await member.open(invitation)
  await member.press(join.submit('Acme'))
  await member.headed(join.doneTitle)
  await member.look('join-accepted')
  await member.open(invitation)
  await member.press(join.submit('Acme'))
  await member.headed(join.doneTitle)
  await owner.go(members.title)
  await owner.press(members.actions.confirm)
  await owner.press(members.confirm.submit)
  await owner.said(members.confirm.done(1))
  await member.open(invitation)
  await member.headed(join.memberTitle('Acme'))
  await member.look('join-member')

  // no seat left
  await member.open(`/org/${home}/members`)
  await invite(member, 'one@home.example', 'two@home.example', 'three@home.example')
  await member.page.getByRole('dialog').getByRole('alert').filter({ hasText: /\S/ }).waitFor()
  await member.look('invite-no-seat')
})
