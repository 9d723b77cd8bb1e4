import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { followLink } from '../../link'
import { Page } from './FinishSignUpPage'

const CHECK = 'POST /identity/accounts/register/verification-email-clicked'
const FINISH = 'POST /identity/accounts/register/finish'
const email = 'owner@example.com'

function open(routes: Parameters<typeof serve>[0]) {
  followLink(new URLSearchParams({ email, token: 'token' }))
  serve(routes)
  return show(Page)
}

afterEach(() => followLink(new URLSearchParams()))

describe('a link to sign up', () => {
  it('is replaced when it lapsed', async () => {
    open({ [CHECK]: () => new Answered(400, { message: 'Old.', code: 'link_expired' }) })
    const field = await screen.findByLabelText<HTMLInputElement>('E-mail address')
    expect(field.value).toBe(email)
  })

  it('leads to log in when its address has an account by now', async () => {
    open({ [CHECK]: () => new Answered(400, { message: 'There.', code: 'taken' }) })
    expect(await screen.findByText('This address already has an account')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Log in' })).toBeTruthy()
    expect(screen.queryByLabelText('E-mail address')).toBeNull()
  })

  it('asks for a password, and says at its field what is wrong with the hint', async () => {
    const message = 'The hint can have 50 letters at most.'
    const { person } = open({
      [CHECK]: () => undefined,
      [FINISH]: () => new Answered(400, { message, code: 'hint_too_long' }),
    })
    const write = async (label: string | RegExp, text: string) => {
      await person.click(await screen.findByLabelText(label))
      await person.paste(text)
    }
    await write('Master password', 'correct horse battery staple')
    await write('Master password, once more', 'correct horse battery')
    await write(/^Hint/, 'animals')
    const submit = screen.getByRole('button', { name: /account/i })
    await person.click(submit)
    expect(await screen.findByText('The two are not the same.')).toBeTruthy()
    await write('Master password, once more', ' staple')
    await person.click(submit)
    expect(await screen.findByText(message)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText(/^Hint/))
  })
})
