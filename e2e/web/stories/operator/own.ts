import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { command } from '../../src/process'
import { freePort } from '../../src/server'
import { until } from '../../src/wait'
import { codeOf } from './authenticator'
import type { Desk } from './desk'
import { MailServer } from './mailServer'
import { FAILING, MEMBER, OWNER, WELL, type World } from './world'

/** What a machine says where nobody listens. */
const REFUSED = 'Connection refused'
/** How many letters it has written. */
const LETTERS = 3

/** The operator of a company's own server: its cloud, its licences, what fails, and their own sign-in. */
export async function onTheirOwn(desk: Desk, world: World): Promise<void> {
  const { overview } = desk.words.system
  await desk.visitor.open(await desk.server.operatorLink())
  await desk.headed(overview.title)
  await desk.page.getByRole('link', { name: overview.look.sync, exact: true }).waitFor()
  await desk.look('overview')
  await syncs(desk)
  await licenses(desk, world)
  await letters(desk)
  await watch(desk)
  await secondStep(desk)
}

async function syncs(desk: Desk): Promise<void> {
  const { organization: words, overview, organizations, users } = desk.words.system
  // the overview leads to what fails
  await desk.keys.press(desk.page.getByRole('link', { name: overview.look.sync, exact: true }))
  await desk.headed(FAILING)
  await desk.said(words.manuallySync)
  await desk.look('connections-failing')
  await desk.keys.press(desk.button(words.manuallySync))
  await desk.page.getByRole('alert').or(desk.page.getByText(words.synced)).first().waitFor()
  await desk.look('connections-failed')
  await desk.go(organizations.title)
  await desk.said(FAILING)
  await desk.row(WELL)
  await desk.page.keyboard.press('Enter')
  await desk.headed(WELL)
  await desk.tab(words.tabs.connections)
  await desk.keys.press(desk.button(words.manuallySync))
  await desk.said(words.synced)
  await desk.look('connections-synced')
  await desk.tab(words.tabs.license)
  await desk.look('organization-license')
  await desk.go(users.title)
  await desk.open(OWNER)
  await desk.said(WELL)
  await desk.close()
}

async function licenses(desk: Desk, { license }: World): Promise<void> {
  const { licenses: words } = desk.words.system
  await desk.go(words.title)
  await desk.said(FAILING)
  await desk.look('licenses')
  await desk.open(WELL)
  await desk.look('license')
  await desk.fromMenu(desk.button(desk.words.common.actions.more, desk.front), words.apply)
  const dialog = desk.page.getByRole('dialog', { name: words.applyTitle(WELL) })
  await dialog.waitFor()
  await desk.look('license-apply')
  const asked = desk.page.waitForEvent('filechooser')
  await desk.keys.press(desk.button(desk.words.ui.file.choose, dialog))
  await (await asked).setFiles({
    name: 'license.json',
    mimeType: 'application/json',
    buffer: Buffer.from(license),
  })
  await desk.keys.press(desk.button(words.apply, dialog))
  await desk.said(words.applied(WELL))
  await desk.close()
}

async function letters(desk: Desk): Promise<void> {
  const { mail: words } = desk.words.system.queue
  await desk.go(words.title)
  await desk.said(MEMBER)
  await desk.look('mail')
  await found(desk)
  await desk.open(MEMBER)
  await desk.look('letter-kept')
  await desk.answer(words.read)
  await desk.look('letter-read')
  await desk.close()
  const port = await freePort()
  const settings = `\n[mail]\nhost = "127.0.0.1"\nport = ${port}\n`
  await appendFile(join(desk.server.data, 'wardstead.toml'), settings)
  await command(desk.server.data, ['reload'])
  await desk.row(MEMBER)
  await desk.page.keyboard.press('Control+a')
  await desk.look('mail-chosen')
  await desk.keys.press(desk.button(words.resendMany(LETTERS)))
  await aJobThatFails(desk)
  const server = await MailServer.start(MEMBER, port)
  try {
    await triedAgain(desk)
    await desk.go(words.title)
    await desk.choose(words.states.givenUp)
    await rowsOf(desk, OWNER).waitFor({ state: 'hidden' })
    await desk.open(MEMBER)
    await desk.said('There is no such mailbox')
    await desk.look('letter-given-up')
    await desk.close()
  } finally {
    server.stop()
  }
}

const rowsOf = (desk: Desk, text: string) =>
  desk.page.getByRole('row').filter({ hasText: text }).first()

/** Letters by the beginning of an address. */
async function found(desk: Desk): Promise<void> {
  const other = rowsOf(desk, OWNER)
  await other.waitFor()
  await desk.keys.write(desk.page.getByRole('searchbox'), MEMBER.slice(0, 4))
  await other.waitFor({ state: 'hidden' })
  await desk.said(MEMBER)
  await desk.look('mail-found')
  await desk.page.keyboard.press('Escape')
  await other.waitFor()
}

/** Nobody listens where the mail server should be: the job that sends letters says so. */
async function aJobThatFails(desk: Desk): Promise<void> {
  const { jobs: words, kinds } = desk.words.system.queue
  const jobs = () => desk.server.admin('jobs', 'list', '--json')
  await until('a job that failed', async () => (await jobs()).includes(REFUSED))
  await desk.go(words.title)
  await desk.said(REFUSED)
  await desk.look('jobs-failed')
  await desk.open(kinds['mail.send'] ?? '')
  await desk.front.getByText(REFUSED).waitFor()
  await desk.look('job-failed')
  await desk.close()
}

/** The mail server is there again: the job does its work. */
async function triedAgain(desk: Desk): Promise<void> {
  const { jobs: words, kinds } = desk.words.system.queue
  await desk.toRow(kinds['mail.send'] ?? '', words.retry)
  await desk.said(words.retried)
  const mails = () => desk.server.admin('mail', 'list', '--json', '--to', MEMBER)
  await until('letters that are given up', async () => (await mails()).includes('givenUp'))
  await desk.choose(words.states.done)
  await rowsOf(desk, REFUSED).waitFor({ state: 'hidden' })
  await desk.said(kinds['mail.send'] ?? '')
  await desk.look('jobs')
  await desk.open(kinds['mail.send'] ?? '')
  await desk.look('job')
  await desk.close()
}

async function watch(desk: Desk): Promise<void> {
  const { health, egress, audit } = desk.words.system
  await desk.go(health.title)
  await desk.look('health')
  await desk.go(egress.title)
  await desk.keys.press(desk.button(egress.checkAll))
  await desk.said(egress.broken)
  await desk.look('egress-checked')
  await desk.go(audit.title)
  await desk.said(audit.acts['mail.read'] ?? '')
}

async function secondStep(desk: Desk): Promise<void> {
  const { secondStep: words, signIn, overview } = desk.words.system
  const account = () => desk.page.getByRole('button', { name: desk.words.shell.account('') })
  await desk.fromMenu(account(), words.title)
  await desk.headed(words.title)
  await desk.look('second-step-off')
  await desk.keys.press(desk.button(words.setUp))
  await desk.front.getByRole('textbox').waitFor()
  await desk.look('second-step-key')
  const key = (await desk.front.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent()) ?? ''
  await desk.keys.write(desk.front.getByRole('textbox'), codeOf(key))
  await desk.page.keyboard.press('Enter')
  await desk.page.getByRole('alertdialog', { name: words.recoveryTitle }).waitFor()
  await desk.look('second-step-codes')
  const [recovery = ''] = ((await desk.front.locator('pre').textContent()) ?? '').split('\n')
  await desk.answer(words.recoveryKept)
  await desk.look('second-step-on')
  await desk.visitor.expectNowhere(key, key.replaceAll(' ', ''), recovery)

  await desk.fromMenu(account(), signIn.signOut)
  await desk.headed(signIn.title)
  await desk.visitor.open(await desk.server.operatorLink())
  await desk.headed(words.title)
  await desk.look('sign-in-code')
  await desk.keys.write(desk.page.getByLabel(words.anyCode), '000000')
  await desk.page.keyboard.press('Enter')
  await desk.page.locator('input[aria-invalid=true]').waitFor()
  await desk.look('sign-in-code-wrong')
  await desk.keys.write(desk.page.getByLabel(words.anyCode), codeOf(key, 1))
  await desk.page.keyboard.press('Enter')
  await desk.headed(overview.title)
  await desk.fromMenu(account(), words.title)
  await desk.keys.press(desk.button(words.turnOff))
  await desk.front.waitFor()
  await desk.look('second-step-turn-off')
  await desk.keys.write(desk.front.getByRole('textbox'), recovery)
  await desk.answer(words.turnOff)
  await desk.said(words.turnedOff)
}
