import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { person as owner, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { followLink } from '../../link'
import { logOut, rememberEmail, rememberedEmail, session } from '../../session'
import { Page } from './DeleteByMailPage'

const ASK = 'POST /api/accounts/delete-recover'
const DELETE = 'POST /api/accounts/delete-recover-token'
const link = { userId: owner.id, token: 'token', email: owner.email }

afterEach(async () => {
  followLink(new URLSearchParams())
  rememberEmail(null)
  await logOut()
})

describe('deleting an account nobody can log in to', () => {
  it('begins with a link to its address, and never tells whether there is one', async () => {
    const asked = serve({ [ASK]: () => undefined })
    const { person } = show(Page)
    expect(await screen.findByText('Every item and folder of its own vault.')).toBeTruthy()
    await person.type(screen.getByLabelText('E-mail address'), ` ${owner.email}`)
    await person.click(screen.getByRole('button', { name: 'Send the link' }))
    expect(await screen.findByText(/If there is an account for owner@example.com/)).toBeTruthy()
    expect(asked.map(({ body }) => body)).toEqual([{ email: owner.email }])
  })

  it('asks behind the link for the address, and then does it', async () => {
    followLink(new URLSearchParams(link))
    rememberEmail(owner.email)
    const asked = serve({ ...signInRoutes, [DELETE]: () => undefined })
    await signIn()
    const { person } = show(Page)
    const typed = await screen.findByLabelText('Type the address of the account')
    const submit = screen.getByRole('button', { name: 'Delete the account' })
    await person.type(typed, 'other@example.com')
    await person.click(submit)
    expect(await screen.findByText('This is not owner@example.com.')).toBeTruthy()
    expect(asked.some(({ path }) => path.endsWith('token') && path.includes('delete'))).toBe(false)
    await person.clear(typed)
    await person.type(typed, owner.email.toUpperCase())
    await person.click(submit)
    expect(await screen.findByText('The account is deleted')).toBeTruthy()
    expect(asked.at(-1)?.body).toEqual({ userId: owner.id, token: 'token' })
    expect(session().state).toBe('signedOut')
    expect(rememberedEmail()).toBeNull()
  })

  it('leaves somebody else signed in', async () => {
    followLink(new URLSearchParams({ ...link, userId: 'other', email: 'other@example.com' }))
    serve({ ...signInRoutes, [DELETE]: () => undefined })
    await signIn()
    const { person } = show(Page)
    await person.type(
      await screen.findByLabelText('Type the address of the account'),
      'other@example.com',
    )
    await person.click(screen.getByRole('button', { name: 'Delete the account' }))
    expect(await screen.findByText('The account is deleted')).toBeTruthy()
    expect(session().state).toBe('unlocked')
  })

  it('says why a link is refused, and offers another', async () => {
    followLink(new URLSearchParams(link))
    const message = 'The link is not valid or has expired.'
    serve({ [DELETE]: () => new Answered(400, { message, code: 'link_expired' }) })
    const { person } = show(Page)
    await person.type(await screen.findByLabelText('Type the address of the account'), owner.email)
    await person.click(screen.getByRole('button', { name: 'Delete the account' }))
    expect(await screen.findByText(message)).toBeTruthy()
    await person.click(screen.getByRole('button', { name: 'Send another link' }))
    const field = await screen.findByLabelText<HTMLInputElement>('E-mail address')
    expect(field.value).toBe(owner.email)
  })

  it('offers no other link where the account itself is in the way', async () => {
    followLink(new URLSearchParams(link))
    const message = 'You are the only owner of an organization.'
    serve({ [DELETE]: () => new Answered(400, { message, code: 'sole_owner' }) })
    const { person } = show(Page)
    await person.type(await screen.findByLabelText('Type the address of the account'), owner.email)
    await person.click(screen.getByRole('button', { name: 'Delete the account' }))
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Send another link' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Delete the account' })).toBeTruthy()
  })

  it('asks for a link where what was opened is not whole', async () => {
    followLink(new URLSearchParams({ token: 'token' }))
    show(Page)
    expect(await screen.findByRole('button', { name: 'Send the link' })).toBeTruthy()
  })
})
