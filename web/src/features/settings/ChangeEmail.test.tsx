import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { person as owner, personKeys, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, type Asked, serve } from '../../../test/server'
import { crypto } from '../../crypto'
import { logOut, rememberEmail, rememberedEmail, session } from '../../session'
import { Page } from './AccountPage'

const TOKEN = 'POST /api/accounts/email-token'
const CHANGE = 'POST /api/accounts/email'
const next = 'Elodie@new.example'

const profile = {
  ...owner,
  emailVerified: true,
  twoFactorEnabled: true,
  creationDate: '2026-01-01T00:00:00Z',
  organizations: [],
}

async function begin(routes: Parameters<typeof serve>[0] = {}) {
  const asked = serve({
    ...signInRoutes,
    'POST /api/accounts/verify-password': () => ({}),
    [TOKEN]: () => undefined,
    [CHANGE]: () => undefined,
    ...routes,
  })
  await signIn()
  const view = show(Page, { profile })
  await view.person.click(await screen.findByRole('button', { name: 'Change the address' }))
  return { ...view, asked }
}

type Person = Awaited<ReturnType<typeof begin>>['person']

async function ask(person: Person, email = next, password: string = owner.password) {
  await person.type(screen.getByLabelText('New e-mail address'), email)
  await person.type(screen.getByLabelText('Master password'), password)
  await person.click(screen.getByRole('button', { name: 'Mail a code to it' }))
}

async function answer(person: Person, code: string) {
  await person.type(await screen.findByLabelText('Code from the mail'), code)
  const dialog = within(screen.getByRole('dialog'))
  await person.click(dialog.getByRole('button', { name: 'Change the address' }))
}

const last = (asked: Asked[], route: string) =>
  asked.findLast(({ method, path }) => `${method} ${path}` === route)?.body

afterEach(async () => {
  rememberEmail(null)
  await logOut()
})

describe('changing the address', () => {
  it('wraps the key for the new address, and ends the session', async () => {
    const { person, asked } = await begin()
    rememberEmail(owner.email)
    expect(screen.getByText(/logged out on every device/)).toBeTruthy()
    expect(screen.getByText(/Codes of two-step login/)).toBeTruthy()
    await ask(person)
    await answer(person, ' 123456 ')
    await expect.poll(session).toEqual({ state: 'signedOut', because: 'emailChanged' })

    const keys = await personKeys()
    const proof = keys.authentication.masterPasswordAuthenticationHash
    expect(last(asked, TOKEN)).toEqual({ newEmail: next, masterPasswordHash: proof })
    const body = last(asked, CHANGE) as { newMasterPasswordHash: string; key: string }
    expect(body).toMatchObject({ newEmail: next, token: '123456', masterPasswordHash: proof })
    expect(body.newMasterPasswordHash).not.toBe(proof)
    expect(JSON.stringify(body)).not.toContain(owner.password)
    const opened = await crypto.unlock({
      email: next,
      password: owner.password,
      kdf: owner.kdf,
      wrappedUserKey: body.key,
      wrappedPrivateKey: keys.encryptedPrivateKey,
    })
    expect(opened.publicKey).toBe(keys.publicKey)
    expect(rememberedEmail()).toBe(next)
  })

  it('says at its field what is wrong, and sends nothing more', async () => {
    const { person, asked } = await begin({
      'POST /api/accounts/verify-password': () =>
        new Answered(400, { message: 'No.', code: 'wrong_password' }),
    })
    await ask(person, owner.email.toUpperCase())
    expect(await screen.findByText('This is your address already.')).toBeTruthy()
    await person.clear(screen.getByLabelText('New e-mail address'))
    await person.clear(screen.getByLabelText('Master password'))
    await ask(person, next, 'wrong')
    expect(await screen.findByText('This is not your master password.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('Master password'))
    expect(last(asked, TOKEN)).toBeUndefined()
  })

  it('says what the server finds wrong with the address', async () => {
    const { person } = await begin({
      [TOKEN]: () =>
        new Answered(400, { message: 'The email address is not valid.', code: 'not_an_email' }),
    })
    await ask(person)
    expect(await screen.findByText('The email address is not valid.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('New e-mail address'))
  })

  it('goes back to the address when somebody else has it by then', async () => {
    const message = 'This email address has an account already.'
    const { person } = await begin({
      [CHANGE]: () => new Answered(400, { message, code: 'taken' }),
    })
    await ask(person)
    await answer(person, '123456')
    expect(await screen.findByText(message)).toBeTruthy()
    const address = screen.getByLabelText<HTMLInputElement>('New e-mail address')
    expect(document.activeElement).toBe(address)
    expect(address.value).toBe(next)
    expect(screen.queryByLabelText('Code from the mail')).toBeNull()
    expect(session().state).toBe('unlocked')
  })

  it('keeps the session when the code is wrong', async () => {
    const { person } = await begin({
      [CHANGE]: () =>
        new Answered(400, { message: 'The code is not valid. Try again.', code: 'wrong_code' }),
    })
    await ask(person)
    expect(await screen.findByText(/gets a message without a code/)).toBeTruthy()
    await answer(person, '000000')
    expect(await screen.findByText('The code is not valid. Try again.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('Code from the mail'))
    expect(session().state).toBe('unlocked')
  })
})
