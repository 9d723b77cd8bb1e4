import { describe, expect } from 'vitest'
import { Client } from '../src/client'
import { OfficialCli } from '../src/officialCli'
import { Person } from '../src/person'
import { type Stage, story } from '../src/story'

const PASSWORD = 'correct horse battery staple'
const INES = { email: 'ines@example.com', name: 'Inès', password: PASSWORD }
const OWNER = { email: 'owner@acme.example', name: 'Malo', password: PASSWORD }

const HALL = {
  name: 'Town hall',
  username: 'ines',
  password: 'mayor-of-the-town',
  notes: 'Counter 3,\nopen on Mondays',
  addresses: ['https://hall.example/', 'https://login.hall.example/in'],
  field: { type: 1, name: 'Reader’s card', value: '0815 4711' },
}

/** What the official client and the web app make of the same accounts and the same items. */
const tell = async (stage: Stage) => {
  await anAccountOfThePages(stage)
  await anAccountFromElsewhere(stage)
}

if (!OfficialCli.program)
  console.log(
    'official-cli is not told: there is no official client, neither in e2e/ (`npm install @bitwarden/cli`) nor in WARDSTEAD_BW',
  )
describe.skipIf(!OfficialCli.program)('the official client', () =>
  story('official-cli', tell, ['en']),
)

/** Signed up and filled in the browser, read and changed by the client, and read again. */
async function anAccountOfThePages({ own, arrive }: Stage): Promise<void> {
  const client = await OfficialCli.at(own)
  const person = new Person(await arrive(own, 'pages'), INES)
  await signUp(person)
  await writeHall(person)

  await client.logIn(INES.email, INES.password)
  await client.sync()
  const item = await client.item(HALL.name)
  expect(item).toMatchObject({ name: HALL.name, notes: HALL.notes, fields: [HALL.field] })
  expect(item.login).toMatchObject({ username: HALL.username, password: HALL.password })
  expect(item.login.uris.map(({ uri }) => uri)).toEqual(HALL.addresses)

  const changed = {
    ...item,
    notes: 'Counter 4',
    fields: [{ ...HALL.field, value: '0815 4712' }],
    login: {
      ...item.login,
      username: 'ines.b',
      password: 'another-of-the-town',
      uris: [{ uri: 'https://hall.example/new' }, ...item.login.uris],
    },
  }
  await client.edit(changed)
  await client.create({
    type: 1,
    name: 'Written by the client',
    login: { username: 'ines', password: 'from-a-terminal' },
  })
  await person.reload()
  await opens(person, 'Written by the client')
  await reads(person, 'username', 'ines')
  await person.press(person.words.common.actions.close)
  await opens(person, HALL.name)
  await reads(person, 'username', 'ines.b')
  await reads(person, 'password', 'another-of-the-town')
  const dialog = person.page.getByRole('dialog')
  const field = (name: string) => dialog.getByLabel(name, { exact: true })
  const { drawer } = person.words.vault
  await expect.poll(() => field(drawer.notes).inputValue()).toBe('Counter 4')
  await expect.poll(() => field(HALL.field.name).inputValue()).toBe('0815 4712')
  const addresses = dialog.getByRole('textbox', { name: drawer.address, exact: true })
  expect(
    await addresses.evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value)),
  ).toEqual(['https://hall.example/new', ...HALL.addresses])
  await person.look('changed-by-the-client')

  // and there and back once more, with what the form does not show left as it is
  await person.press(person.words.common.actions.edit)
  await person.keyboard.write(dialog.last().locator('[name="text.username"]'), 'ines.c')
  await person.press(person.words.common.actions.save)
  await reads(person, 'username', 'ines.c')
  await client.sync()
  const again = await client.item(HALL.name)
  const { name, notes, fields, login } = changed
  expect(again).toMatchObject({ name, notes, fields })
  expect(again.login).toMatchObject({ username: 'ines.c', password: login.password })
  expect(again.login.uris).toEqual(login.uris)
  // the client keeps what was hidden before, and the web app keeps that
  expect(again.passwordHistory?.map(({ password }) => password)).toContain(HALL.password)
  await client.remove()
}

/** Made without any page: the client's own item, and one it puts into an organization's collection. */
async function anAccountFromElsewhere({ cloud, arrive }: Stage): Promise<void> {
  const client = await OfficialCli.at(cloud)
  await (await Client.arrive(cloud, OWNER)).buy('Acme', OWNER.email, 5)
  await client.logIn(OWNER.email, OWNER.password)
  await client.sync()
  const [organization] = await client.organizations()
  const [collection] = await client.collections()
  if (!organization || !collection) throw new Error('the client sees no organization')
  await client.create({
    type: 1,
    name: 'Diary',
    login: { username: 'malo', password: 'mine-alone' },
  })
  await client.create({
    type: 1,
    name: 'Printer',
    organizationId: organization.id,
    collectionIds: [collection.id],
    login: { username: 'acme', password: 'for-all-of-us' },
  })

  const person = new Person(await arrive(cloud, 'elsewhere'), OWNER)
  await person.logIn()
  await person.headed(person.words.settings.home.title)
  await opens(person, 'Diary')
  await reads(person, 'password', 'mine-alone')
  await person.press(person.words.common.actions.close)
  await opens(person, 'Printer')
  await reads(person, 'username', 'acme')
  await reads(person, 'password', 'for-all-of-us')
  const { vault } = person.words
  const drawer = person.page.getByRole('dialog')
  await drawer.getByText(vault.drawer.of(vault.kinds.login, organization.name)).waitFor()
  await drawer.getByText(collection.name, { exact: true }).waitFor()
  await person.look('shared-by-the-client')
  await client.remove()
}

async function signUp(person: Person): Promise<void> {
  const { page, keyboard, words, visitor, server } = person
  const { email } = person.account
  await visitor.open('/signup')
  await keyboard.answer(page.getByRole('textbox', { name: words.front.email }), email)
  await visitor.open(await server.mailedLink(email, 'finish-signup'))
  await person.headed(words.front.finish.title)
  for (const field of await page.locator('input[type=password]').all())
    await keyboard.write(field, PASSWORD)
  await person.press(words.front.finish.submit)
  await person.headed(words.settings.home.title)
}

/** Writes the item as anybody would. */
async function writeHall(person: Person): Promise<void> {
  const { page, keyboard, words } = person
  const { edit, kinds, title } = words.vault
  const dialog = page.getByRole('dialog')
  const write = (name: string, text: string) =>
    keyboard.write(dialog.locator(`[name="${name}"]`), text)
  await person.go(title)
  await keyboard.take(page.getByRole('button', { name: edit.new }).first(), kinds.login)
  await write('name', HALL.name)
  await write('text.username', HALL.username)
  await write('text.password', HALL.password)
  await write('addresses', HALL.addresses.join('\n'))
  await write('notes', HALL.notes)
  const add = dialog.getByRole('button', { name: edit.addField })
  const hasFocus = (name: string) => dialog.locator(`[name="${name}"]:focus`).waitFor()
  await keyboard.take(add, edit.fieldTypes.yesOrNo)
  await hasFocus('field.0.name')
  await keyboard.press(dialog.getByRole('button', { name: edit.removeField(1) }))
  await expect.poll(() => add.evaluate((it) => it === document.activeElement)).toBe(true)
  await keyboard.take(add, edit.fieldTypes.hidden)
  await hasFocus('field.0.name')
  await write('field.0.name', HALL.field.name)
  await write('field.0.value', HALL.field.value)
  await person.look('written')
  await person.press(words.common.actions.save)
  await page.getByRole('row').filter({ hasText: HALL.name }).waitFor()
  await person.visitor.expectNowhere(HALL.password, HALL.field.value, HALL.name)
}

/** Opens an item beside the list of the vault. */
async function opens(person: Person, name: string): Promise<void> {
  const { page, keyboard, words } = person
  await person.go(words.vault.title)
  await keyboard.press(page.getByRole('row').filter({ hasText: name }))
  await page.getByRole('dialog', { name }).waitFor()
}

/** A text of the item that is open. */
async function reads(person: Person, text: string, expected: string): Promise<void> {
  const label = person.words.vault.texts[text] ?? text
  const field = person.page.getByRole('dialog').getByLabel(label, { exact: true })
  await expect.poll(() => field.inputValue()).toBe(expected)
}
