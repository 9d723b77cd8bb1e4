import { Person } from '../../src/person'
import { story } from '../../src/story'

const EMAIL = 'malo@example.com'

/** An account nobody can log in to any more, deleted by a mailed link. */
story('account-deletion', async ({ own, arrive }) => {
  const account = { email: EMAIL, name: 'Malo', password: 'correct horse battery staple' }
  const person = await Person.begin(await arrive(own), account)
  const { page, words, keyboard, visitor } = person
  const { deleteByMail } = words.front
  const field = page.getByRole('textbox')
  const refused = () => page.locator('[aria-invalid=true]').waitFor()
  await person.logOut()

  // asked for, at the address other clients know
  await visitor.open(`${own.url}/#/recover-delete`)
  await person.headed(deleteByMail.title)
  await person.look('ask')
  await keyboard.answer(field, EMAIL)
  await person.headed(words.front.signUp.sentTitle)
  await person.said(words.front.signUp.notThereYet)
  await person.look('sent')

  // nothing is deleted by opening the link, nor with another address
  const link = await own.mailedLink(EMAIL, 'recover-delete')
  const follow = async () => {
    await visitor.open('about:blank')
    await visitor.open(link)
    await person.headed(deleteByMail.confirmTitle)
  }
  await follow()
  await visitor.expectNowhere(new URLSearchParams(link.split('?')[1]).get('token') ?? link)
  await person.look('confirm')
  await keyboard.answer(field, 'other@example.com')
  await refused()
  await person.look('other-address')
  await keyboard.answer(field, EMAIL)
  await person.headed(deleteByMail.doneTitle)
  await person.look('deleted')

  // gone: it does not log in, and the link does nothing more
  await keyboard.press(page.getByRole('link', { name: words.front.backToLogIn }))
  await person.answerLogIn()
  await refused()
  await person.look('log-in-refused')
  await follow()
  await keyboard.answer(field, EMAIL)
  await person.headed(deleteByMail.refusedTitle)
  await person.look('link-refused')
  await person.press(words.front.signUp.sendAnother)
  await person.headed(deleteByMail.title)
})
