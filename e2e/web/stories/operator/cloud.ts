import { OPERATOR } from '../../src/server'
import type { Desk } from './desk'
import { FAILING, MEMBER, OWNER, WELL, type World } from './world'

/** Who runs a server that is made known here. */
const SERVER = 'server@globex.example'

/** The operator of the cloud: signing in, people, organizations, the servers of customers. */
export async function onTheCloud(desk: Desk, world: World): Promise<void> {
  await signIn(desk)
  const { organizations, users } = desk.words.system
  await desk.go(users.title)
  await desk.said(MEMBER)
  await desk.look('users')
  await anAccount(desk)
  await desk.go(organizations.title)
  await desk.said(FAILING)
  await desk.look('organizations')
  await operating(desk)
  await desk.go(organizations.title)
  await anOrganization(desk)
  await installations(desk, world)
  await licenses(desk, world)
  await work(desk)
}

async function signIn(desk: Desk): Promise<void> {
  const { signIn: words, overview } = desk.words.system
  await desk.visitor.open('/admin/overview')
  await desk.headed(words.title)
  await desk.look('sign-in')
  await desk.keys.write(desk.page.getByLabel(words.email), OPERATOR)
  await desk.page.keyboard.press('Enter')
  await desk.said(words.sent)
  await desk.look('sign-in-sent')
  const link = await desk.link()
  await desk.visitor.open(link)
  await desk.headed(overview.title)
  await desk.said(overview.schedules)
  await desk.look('overview')
  // the link works once
  const [, token = ''] = link.split('token=')
  await desk.visitor.expectNowhere(token)
  await desk.visitor.open(link)
  await desk.said(words.lapsed)
  await desk.look('sign-in-lapsed')
  await desk.visitor.open('/admin/overview')
  await desk.headed(overview.title)
}

async function anAccount(desk: Desk): Promise<void> {
  const { users: words } = desk.words.system
  await desk.open(MEMBER)
  await desk.said(words.noOrganizations)
  await desk.look('user')
  await desk.fromMenu(
    desk.button(desk.words.common.actions.more, desk.front),
    words.actions.disable,
  )
  await desk.page.getByRole('alertdialog').waitFor()
  await desk.look('user-disable')
  await desk.answer(words.actions.disable)
  await desk.said(words.disabledNow(MEMBER))
  await desk.close()
  await desk.choose(words.filters.disabled)
  await desk.page.getByRole('row', { name: OWNER }).waitFor({ state: 'hidden' })
  await desk.look('users-disabled')
  await desk.toRow(MEMBER, words.actions.enable)
  await desk.said(words.enabledNow(MEMBER))
  await desk.said(desk.words.ui.table.noMatch)
  await desk.choose(desk.words.ui.table.anyOf)
  await desk.toRow(MEMBER, words.actions.delete)
  await desk.page.getByRole('alertdialog').waitFor()
  await desk.look('user-delete')
  await desk.keys.write(desk.front.getByRole('textbox'), MEMBER)
  await desk.answer(words.actions.delete)
  await desk.said(words.deleted(MEMBER))
}

async function anOrganization(desk: Desk): Promise<void> {
  const { organization: words, features, audit } = desk.words.system
  const downloaded = desk.words.events.told[9020] ?? String
  await desk.row(WELL)
  await desk.page.keyboard.press('Enter')
  await desk.headed(WELL)
  await desk.look('organization')
  await desk.tab(words.tabs.administrators)
  await desk.tab(words.tabs.features)
  await desk.look('organization-features')
  await desk.keys.press(desk.page.getByRole('switch', { name: features.useScim ?? '' }), 'Space')
  await desk.said(words.withdrawn(WELL, features.useScim ?? ''))
  await desk.tab(words.tabs.connections)
  await desk.look('organization-connections')
  await desk.tab(words.tabs.license)
  await desk.tab(words.tabs.events)
  await desk.said(downloaded(OWNER, ''))
  await desk.look('organization-events')
  await desk.tab(audit.title)
  await desk.look('organization-audit')
}

/** With the one whose syncs fail anyway: those of the other go on meanwhile. */
async function operating(desk: Desk): Promise<void> {
  const { organization: words, organizations: list } = desk.words.system
  const { common } = desk.words
  const head = desk.page.getByRole('main')
  const choose = (name: string) => desk.fromMenu(desk.button(common.actions.more, head), name)
  await desk.row(FAILING)
  await desk.page.keyboard.press('Enter')
  await desk.headed(FAILING)
  await choose(words.changeSeats)
  await desk.keys.write(desk.front.getByRole('textbox'), '200000')
  await desk.answer(common.actions.save)
  await desk.page.locator('input[aria-invalid=true]').waitFor()
  await desk.look('organization-seats')
  await desk.keys.write(desk.front.getByRole('textbox'), '30')
  await desk.answer(common.actions.save)
  await desk.said(words.seatsChanged(FAILING, 30))
  await choose(words.movePeriod)
  await desk.front.waitFor()
  await desk.look('organization-period')
  await desk.answer(common.actions.cancel)
  await choose(words.stop)
  await desk.front.waitFor()
  await desk.look('organization-stop')
  await desk.answer(words.stopIt)
  await desk.said(words.stoppedNow(FAILING))
  await desk.said(list.stopped)
  await choose(words.start)
  await desk.said(words.startedNow(FAILING))
}

async function installations(desk: Desk, world: World): Promise<void> {
  const { installations: words } = desk.words.system
  await desk.go(words.title)
  await desk.said(world.installation)
  await desk.look('installations')
  await desk.keys.press(desk.button(words.request))
  await desk.front.waitFor()
  await desk.look('installation-new')
  await desk.keys.write(desk.front.getByRole('textbox'), SERVER)
  await desk.answer(words.submit)
  await desk.page.getByRole('alertdialog', { name: words.keyTitle }).waitFor()
  await desk.look('installation-key')
  await desk.answer(words.kept)
  await desk.toRow(SERVER, words.rotate)
  await desk.page.getByRole('alertdialog').waitFor()
  await desk.look('installation-rotate')
  await desk.answer(words.rotate)
  await desk.page.getByRole('alertdialog', { name: words.keyTitle }).waitFor()
  await desk.answer(words.kept)
  await desk.toRow(SERVER, words.disable)
  await desk.page.getByRole('alertdialog').waitFor()
  await desk.look('installation-disable')
  await desk.answer(words.disable)
  await desk.said(words.disabled)
  await desk.toRow(SERVER, words.enable)
  await desk.said(words.enabledNow(SERVER))
}

async function licenses(desk: Desk, world: World): Promise<void> {
  const { licenses: words, generate } = desk.words.system
  await desk.go(words.title)
  await desk.said(FAILING)
  await desk.look('licenses')
  await desk.keys.press(desk.button(generate.title))
  await desk.front.waitFor()
  const [organization, installation] = await desk.front.getByRole('textbox').all()
  if (organization) await desk.keys.write(organization, world.cloud.well)
  if (installation) await desk.keys.write(installation, 'not an id')
  await desk.answer(generate.submit)
  await desk.look('license-generate')
  if (installation) await desk.keys.write(installation, world.installation)
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.answer(generate.submit),
  ])
  await download.path()
  await desk.said(generate.done)
}

async function work(desk: Desk): Promise<void> {
  const { queue, health, egress, audit, overview } = desk.words.system
  await desk.go(queue.jobs.title)
  await desk.said(queue.jobs.empty)
  await desk.look('jobs')
  await desk.go(queue.mail.title)
  await desk.said(OPERATOR)
  await desk.go(health.title)
  await desk.look('health')
  await desk.go(egress.title)
  await desk.look('egress')
  await desk.go(audit.title)
  await desk.said(audit.acts['installation.rotate'] ?? '')
  await desk.look('audit')
  await desk.open(audit.acts['installation.rotate'] ?? '')
  await desk.look('audit-entry')
  await desk.close()
  await desk.go(overview.title)
}
