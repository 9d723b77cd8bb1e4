import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { person as owner, personKeys, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, serve } from '../../../test/server'
import { logOut } from '../../session'
import { Page } from './OrganizationsPage'
import { recoveryPolicy } from './recovery'

const ACME = '0f1e9c1e-0000-4000-8000-000000000001'
const ENROL = `/api/organizations/${ACME}/users/${owner.id}/reset-password-enrollment`

const acme = {
  id: ACME,
  name: 'Acme',
  userId: owner.id,
  status: 2,
  key: null,
  enabled: true,
  usePolicies: true,
  useResetPassword: true,
  resetPasswordEnrolled: false,
}
const policyOf = (autoEnrollEnabled: boolean, enabled = true) => ({
  organizationId: ACME,
  type: 8,
  enabled,
  data: { autoEnrollEnabled },
})

async function begin(member: object, policies: object[], routes: Parameters<typeof serve>[0] = {}) {
  const profile = { ...owner, organizations: [{ ...acme, ...member }] }
  const asked = serve({
    ...signInRoutes,
    'GET /api/sync': () => ({ profile, policies, ciphers: [], folders: [], collections: [] }),
    'GET /api/accounts/profile': () => profile,
    'POST /api/accounts/verify-password': () => ({}),
    [`GET /api/organizations/${ACME}/public-key`]: async () => ({
      publicKey: (await personKeys()).publicKey,
    }),
    [`PUT ${ENROL}`]: () => undefined,
    ...routes,
  })
  await signIn()
  return { ...show(Page, { profile }), asked }
}

afterEach(logOut)

describe('recovery of the account by an organization', () => {
  it('is given once the words were compared, with the password', async () => {
    const { person, asked } = await begin({}, [policyOf(false)])
    await person.click(await screen.findByRole('button', { name: 'Allow recovery: Acme' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/set another master password for you/)).toBeTruthy()
    const compared = await dialog.findByLabelText(/I compared the words/)
    await person.type(dialog.getByLabelText('Master password'), owner.password)
    await person.click(dialog.getByRole('button', { name: 'Allow recovery' }))
    expect(await dialog.findByText(/Compare them first/)).toBeTruthy()
    expect(asked.some(({ path }) => path === ENROL)).toBe(false)
    await person.click(compared)
    await person.click(dialog.getByRole('button', { name: 'Allow recovery' }))
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
    const { authentication } = await personKeys()
    expect(asked.find(({ path }) => path === ENROL)?.body).toEqual({
      masterPasswordHash: authentication.masterPasswordAuthenticationHash,
      resetPasswordKey: expect.stringMatching(/^4\./),
    })
  })

  it('is taken back', async () => {
    const { person, asked } = await begin({ resetPasswordEnrolled: true }, [policyOf(false)])
    await person.click(await screen.findByRole('button', { name: 'Stop allowing: Acme' }))
    const dialog = within(await screen.findByRole('dialog'))
    await person.type(dialog.getByLabelText('Master password'), owner.password)
    await person.click(dialog.getByRole('button', { name: 'Stop allowing' }))
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
    expect(asked.find(({ path }) => path === ENROL)?.body).toMatchObject({
      resetPasswordKey: null,
    })
  })

  it('leaves the focus where the other way now is', async () => {
    let resetPasswordEnrolled = true
    const { person } = await begin({ resetPasswordEnrolled }, [policyOf(false)], {
      'GET /api/accounts/profile': () => ({
        ...owner,
        organizations: [{ ...acme, resetPasswordEnrolled }],
      }),
      [`PUT ${ENROL}`]: () => {
        resetPasswordEnrolled = false
      },
    })
    await person.click(await screen.findByRole('button', { name: 'Stop allowing: Acme' }))
    const dialog = within(await screen.findByRole('dialog'))
    await person.type(dialog.getByLabelText('Master password'), `${owner.password}{Enter}`)
    const other = await screen.findByRole('button', { name: 'Allow recovery: Acme' })
    await expect.poll(() => document.activeElement).toBe(other)
  })

  it('says what the server refuses', async () => {
    const message = 'This organization recovers the accounts of all its members.'
    const { person } = await begin({ resetPasswordEnrolled: true }, [policyOf(false)], {
      [`PUT ${ENROL}`]: () => new Answered(400, { message }),
    })
    await person.click(await screen.findByRole('button', { name: 'Stop allowing: Acme' }))
    const dialog = within(await screen.findByRole('dialog'))
    await person.type(dialog.getByLabelText('Master password'), owner.password)
    await person.click(dialog.getByRole('button', { name: 'Stop allowing' }))
    expect(await dialog.findByText(message)).toBeTruthy()
  })

  const said: [string, object, object[], RegExp, boolean][] = [
    [
      'demanded of all',
      { resetPasswordEnrolled: true },
      [policyOf(true)],
      /Acme requires this of all its members/,
      false,
    ],
    ['demanded, and not given yet', {}, [policyOf(true)], /Acme requires this of all/, true],
    ['off', {}, [policyOf(false, false)], /Acme does not recover accounts/, false],
  ]
  it.each(said)('is explained where it is %s', async (_, member, policies, words, offers) => {
    await begin(member, policies)
    expect(await screen.findByText(words)).toBeTruthy()
    const buttons = screen.queryAllByRole('button', {
      name: /^(Allow recovery|Stop allowing): Acme/,
    })
    expect(buttons.length > 0).toBe(offers)
  })

  it('is off without the plan for it, or while the organization is stopped', () => {
    const of = (more: object) =>
      recoveryPolicy({ ...acme, ...more } as never, [policyOf(false)] as never)
    expect(of({})).toBe('offered')
    expect(of({ useResetPassword: false })).toBe('off')
    expect(of({ usePolicies: false })).toBe('off')
    expect(of({ enabled: false })).toBe('off')
    expect(of({ id: 'another' })).toBe('off')
  })
})

describe('leaving', () => {
  it('is done once it was asked for by name, and says why when it cannot be', async () => {
    const message = 'Organization must have at least one confirmed owner.'
    let refusals = 1
    const path = `/api/organizations/${ACME}/leave`
    const { person, asked } = await begin({}, [], {
      [`POST ${path}`]: () => (refusals-- > 0 ? new Answered(400, { message }) : undefined),
    })
    await person.click(await screen.findByRole('button', { name: 'Leave: Acme' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Leave Acme?' }))
    await person.click(dialog.getByRole('button', { name: 'Leave organization' }))
    expect(await dialog.findByText(message)).toBeTruthy()
    await person.click(dialog.getByRole('button', { name: 'Leave organization' }))
    expect(await screen.findByText('You have left')).toBeTruthy()
    expect(asked.filter((one) => one.path === path)).toHaveLength(2)
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
})
