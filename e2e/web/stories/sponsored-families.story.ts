import { expect } from 'vitest'
import { makeOrganization } from '../src/organization'
import { Person } from '../src/person'
import { story } from '../src/story'

const OWNER = {
  email: 'owner@acme.example',
  name: 'Inès',
  password: 'correct horse battery staple',
}

/** As people keep them: a heading, another column, a name in quotes, an address twice, one that is none. */
const LIST = `Name;E-mail
"Malo; the elder";malo@home.example
Nour;nour@home.example
Nour again;NOUR@home.example
Sacha;sacha at home
Zoé;zoe@home.example
`

/** An organization that sponsors people who are not its members, many at once. */
story('sponsored-families', async ({ cloud, arrive }) => {
  const owner = await Person.begin(await arrive(cloud), OWNER)
  const { page, words, keyboard } = owner
  const { managed, invite, removal } = words.sponsorships
  const dialog = page.getByRole('dialog')
  const submit = (n: number) => dialog.getByRole('button', { name: invite.submit(n) })
  const give = (text: string) =>
    owner.give(words.ui.file.choose, {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })

  // nobody said that it may
  const acme = await makeOrganization(owner, 'Acme', 'enterprise')
  await owner.go(managed.title)
  await owner.said(managed.offTitle)
  await owner.look('not-allowed')
  await cloud.admin('organization', 'grant', acme, '--feature', 'useAdminSponsoredFamilies')
  await owner.reload()
  await owner.headed(managed.title)
  await page.getByRole('heading', { name: managed.empty }).waitFor()
  await owner.look('nothing-yet')

  // a file without an address, then one as people keep them
  await keyboard.press(page.getByRole('button', { name: managed.invite }).first())
  await owner.look('invite')
  await keyboard.press(dialog.getByRole('button', { name: invite.title }))
  await dialog.locator('[aria-invalid=true]').waitFor()
  await give('\u0000\u0001PNG;;;\n"no end\n1;2;3\n')
  await dialog.getByText(invite.fileEmpty).waitFor()
  await owner.look('invite-rubbish')
  await owner.press(words.ui.file.remove('list.csv'))
  await give(LIST)
  await dialog.getByText(invite.repeated(1)).waitFor()
  await dialog.getByText(invite.malformed(1)).waitFor()
  await dialog.getByText(invite.seatsAfter('4', '5')).waitFor()
  await owner.look('invite-list')

  // more than there are seats
  const addresses = dialog.getByRole('textbox', { name: invite.addresses })
  const known = await addresses.inputValue()
  await keyboard.write(addresses, `${known}\nun@home.example, deux@home.example`)
  await dialog.getByText(invite.missing(1)).waitFor()
  await owner.look('invite-seats-missing')
  await keyboard.write(addresses, 'malo@home.example\nnour@home.example\nzoe@home.example')
  await keyboard.write(
    dialog.getByRole('textbox', { name: invite.notes }),
    'Partners of the first year',
  )
  await keyboard.press(submit(3))
  await dialog.getByText(invite.done(3)).waitFor()
  await owner.look('invited')
  for (const who of ['malo', 'nour', 'zoe'])
    await cloud.mailedLink(`${who}@home.example`, 'accept-families-for-enterprise')

  // an address that is sponsored already is named, the other is taken
  await owner.press(invite.again)
  await keyboard.write(addresses, 'malo@home.example\nsacha@home.example')
  await keyboard.press(submit(2))
  await dialog.getByText(invite.refused(1)).waitFor()
  await owner.look('invited-but-one')
  await owner.press(words.common.actions.close)
  await owner.said('Partners of the first year')
  await expect
    .poll(() => page.getByRole('row').filter({ hasText: '@home.example' }).count())
    .toBe(4)
  await owner.look('all')

  // many taken back at once
  await keyboard.chooseAll(page.getByRole('row').filter({ hasText: '@home.example' }).first())
  await owner.look('all-chosen')
  await owner.press(managed.removeSelected(4))
  await page.getByRole('alertdialog').getByText(removal.ofMany(4)).waitFor()
  await owner.look('remove-all')
  await owner.press(removal.confirm)
  await owner.said(removal.done(4))
  await page.getByRole('heading', { name: managed.empty }).waitFor()
  await owner.look('removed')
})
