import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { person as owner, personKeys, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { followLink } from '../../link'
import { logOut } from '../../session'
import { Page } from './JoinOrganizationPage'

const ACME = '0f1e9c1e-0000-4000-8000-000000000001'
const MEMBER = '0f1e9c1e-0000-4000-8000-000000000002'
const ACCEPT = `POST /api/organizations/${ACME}/users/${MEMBER}/accept`

async function begin(policies: object[], routes: Parameters<typeof serve>[0] = {}) {
  followLink(
    new URLSearchParams({
      organizationId: ACME,
      organizationUserId: MEMBER,
      organizationName: 'Acme',
      email: owner.email,
      token: 'token',
    }),
  )
  const asked = serve({
    ...signInRoutes,
    [`GET /api/organizations/${ACME}/policies/token`]: () => ({ data: policies }),
    [`GET /api/organizations/${ACME}/public-key`]: async () => ({
      publicKey: (await personKeys()).publicKey,
    }),
    [ACCEPT]: () => undefined,
    ...routes,
  })
  await signIn()
  const profile = { ...owner, organizations: [], twoFactorEnabled: false }
  return { ...show(Page, { profile }), asked }
}

const recovers = { type: 8, enabled: true, data: { autoEnrollEnabled: true } }

afterEach(async () => {
  followLink(new URLSearchParams())
  await logOut()
})

describe('saying yes to an invitation', () => {
  it('hands over no key where none is asked for', async () => {
    const { person, asked } = await begin([{ ...recovers, data: { autoEnrollEnabled: false } }])
    await person.click(await screen.findByRole('button', { name: 'Join Acme' }))
    expect(await screen.findByText('Invitation accepted')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith('accept'))?.body).toEqual({ token: 'token' })
    expect(asked.some(({ path }) => path.endsWith('public-key'))).toBe(false)
  })

  it('lets administrators recover the account where they ask for it, after a yes', async () => {
    const { person, asked } = await begin([recovers])
    expect(await screen.findByText('Fingerprint phrase of Acme')).toBeTruthy()
    const submit = screen.getByRole('button', { name: 'Join Acme' })
    await person.click(submit)
    expect(
      await screen.findByText('The organization only accepts members who agree to this.'),
    ).toBeTruthy()
    expect(asked.some(({ path }) => path.endsWith('accept'))).toBe(false)
    await person.click(screen.getByLabelText(/may recover my account/))
    await person.click(submit)
    expect(await screen.findByText('Invitation accepted')).toBeTruthy()
    expect(asked.find(({ path }) => path.endsWith('accept'))?.body).toEqual({
      token: 'token',
      resetPasswordKey: expect.stringMatching(/^4\./),
    })
  })

  it('says what the server refuses', async () => {
    const message = 'You are already part of this organization.'
    const { person } = await begin([], { [ACCEPT]: () => new Answered(400, { message }) })
    await person.click(await screen.findByRole('button', { name: 'Join Acme' }))
    expect(await screen.findByText(message)).toBeTruthy()
  })
})
