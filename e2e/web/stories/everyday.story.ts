import { makeOrganization } from '../src/organization'
import { Person } from '../src/person'
import { story } from '../src/story'

const CITY = 'Town hall'

/** The pages a person opens on any day, and that no other story is about. */
story('everyday', async ({ cloud, arrive }) => {
  const visitor = await arrive(cloud)
  await visitor.open('/hint')
  const account = {
    email: 'ines@example.com',
    name: 'Inès',
    password: 'correct horse battery staple',
  }
  const person = new Person(visitor, account)
  const { page, words, keyboard } = person
  const { settings, vault } = words
  const dialog = page.getByRole('dialog')
  await person.headed(words.front.hint.title)
  await person.look('hint')
  await keyboard.answer(page.getByRole('textbox'), account.email)
  await person.headed(words.front.hint.sentTitle)
  await person.look('hint-sent')

  // a vault: nothing, something, one thing of it
  const owner = await Person.begin(visitor, account)
  await owner.go(vault.title)
  await owner.said(vault.empty.place)
  await owner.look('vault-empty')
  await keyboard.take(page.getByRole('button', { name: vault.edit.new }).first(), vault.kinds.login)
  await dialog.locator('[name=name]').waitFor()
  await owner.look('item-new')
  await keyboard.write(dialog.locator('[name=name]'), CITY)
  await keyboard.write(dialog.locator('[name="text.username"]'), 'ines')
  await keyboard.write(dialog.locator('[name="text.password"]'), 'mayor-of-the-town')
  await owner.press(words.common.actions.save)
  await page.getByRole('row').filter({ hasText: CITY }).waitFor()
  await owner.look('vault')
  await keyboard.write(page.getByRole('searchbox'), 'nowhere')
  await owner.said(words.ui.table.noMatch)
  await owner.look('vault-no-match')
  // what is pressed and then gone, or of no more use, leaves the focus somewhere
  const { table } = words.ui
  const pressed = (name: string) =>
    keyboard.press(page.getByRole('button', { name, exact: true }).first())
  await pressed(table.clearSearch)
  await keyboard.write(page.getByRole('searchbox'), 'hall')
  await pressed(table.clear)
  await pressed(table.columns)
  await pressed(table.moveDown(vault.columns.name))
  await pressed(table.reset)
  await page.keyboard.press('Escape')
  await owner.go(vault.generator.title)
  await owner.look('generator')

  // settings
  await owner.go(settings.account.title)
  await owner.look('account')
  await owner.press(settings.account.delete)
  await owner.look('account-delete')
  await page.keyboard.press('Escape')
  for (const [name, title] of [
    ['security', settings.security.title],
    ['devices', settings.devices.title],
    ['organizations', settings.organizations.title],
    ['activity', words.events.own.title],
    ['appearance', settings.appearance.title],
    ['language', settings.language.title],
  ] as const) {
    await owner.go(title)
    await owner.look(name)
  }

  // what is everywhere
  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await owner.look('palette')
  await page.keyboard.press('Escape')
  await keyboard.press(page.getByRole('button', { name: words.shell.activity }))
  await owner.look('nothing-under-way')
  await page.keyboard.press('Escape')

  // an organization
  const id = await makeOrganization(owner, 'Acme', 'enterprise')
  await owner.go(words.organizations.overview.title)
  await owner.look('organization')
  await owner.go(words.events.title)
  await owner.look('events')
  await owner.go(words.billing.sync.title)
  await owner.look('sync')
  await owner.go(words.organizations.settings.title)
  await owner.press(words.organizations.settings.delete)
  await owner.look('organization-delete')
  await page.keyboard.press('Escape')
  await owner.open('/home')
  await owner.headed(settings.home.title)
  await owner.look('home')
  await owner.go(settings.organizations.title)
  await owner.press(settings.organizations.leaveOf('Acme'))
  await owner.press(words.organizations.settings.leave)
  await page.getByRole('alertdialog').getByRole('alert').getByText(/./).first().waitFor()
  await owner.look('leave-refused')
  await page.keyboard.press('Escape')

  // addresses that lead nowhere
  await visitor.open('/nowhere')
  await owner.headed(words.ui.error.notFound.title)
  await owner.look('nothing-here')
  await owner.open(`/vault/items/${id}`)
  await owner.said(vault.drawer.noneTitle)
  await owner.look('no-such-item')
})
