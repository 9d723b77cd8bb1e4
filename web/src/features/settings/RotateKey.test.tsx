import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { person as owner, personKeys, signIn, signInRoutes } from '../../../test/person'
import { show } from '../../../test/render'
import { Answered, type Asked, serve, unreachable } from '../../../test/server'
import { crypto } from '../../crypto'
import { logOut, session } from '../../session'
import { Page } from './KeysPage'

const ROTATE = '/api/accounts/key-management/rotate-user-account-keys'
const ACME = '0f1e9c1e-0000-4000-8000-000000000001'
const ITEM = '0f1e9c1e-0000-4000-8000-000000000002'
const DATE = '2026-11-01T10:00:00Z'

const acme = { id: ACME, name: 'Acme', status: 2, key: null, resetPasswordEnrolled: true }
const profileOf = (organizations: object[]) => ({
  ...owner,
  organizations,
  accountKeys: null,
  privateKey: null,
})

interface Vault {
  organizations?: object[]
  ciphers?: (own: (text: string) => Promise<string>) => Promise<object[]>
  revisions?: number[]
  routes?: Parameters<typeof serve>[0]
}

async function begin({ organizations = [], ciphers, revisions = [], routes = {} }: Vault = {}) {
  const profile = profileOf(organizations)
  const items: object[] = []
  const folders: object[] = []
  const asked = serve({
    ...signInRoutes,
    'POST /api/accounts/verify-password': () => ({}),
    'GET /api/accounts/revision-date': () => revisions.shift() ?? 1,
    'GET /api/sync': () => ({ profile, ciphers: items, folders, collections: [], policies: [] }),
    'GET /api/devices': () => ({ data: [] }),
    [`GET /api/organizations/${ACME}/public-key`]: async () => ({
      publicKey: (await personKeys()).publicKey,
    }),
    [`POST ${ROTATE}`]: () => undefined,
    ...routes,
  })
  await signIn()
  const own = (text: string) => crypto.encryptText('user', text)
  folders.push({ id: 'folder', name: await own('Work'), revisionDate: DATE })
  items.push({ id: 'shared', organizationId: ACME, name: 'not ours', revisionDate: DATE })
  items.push(
    ...((await ciphers?.(own)) ?? [{ id: ITEM, name: await own('Bank'), revisionDate: DATE }]),
  )
  const view = show(Page, { profile })
  await view.person.click(await screen.findByRole('button', { name: 'Replace the encryption key' }))
  const dialog = within(await screen.findByRole('dialog'))
  const submit = async () => {
    await view.person.type(dialog.getByLabelText('Master password'), owner.password)
    await view.person.click(dialog.getByRole('button', { name: 'Replace the key' }))
  }
  return { ...view, asked, dialog, submit }
}

const sent = (asked: Asked[]) =>
  asked.filter(({ path }) => path === ROTATE).map(({ body }) => body) as {
    accountUnlockData: {
      masterPasswordUnlockData: { masterKeyEncryptedUserKey: string; masterPasswordHint: string }
      organizationAccountRecoveryUnlockData: { organizationId: string; resetPasswordKey: string }[]
    }
    accountKeys: { userKeyEncryptedAccountPrivateKey: string }
    accountData: { ciphers: { id: string; name: string }[]; folders: { name: string }[] }
  }[]

afterEach(logOut)

describe('replacing the encryption key', () => {
  it('sends everything of the person’s own under another key, and ends the session', async () => {
    const { person, asked, dialog, submit } = await begin()
    expect(dialog.getByText(/logged out on every device/)).toBeTruthy()
    await person.type(dialog.getByLabelText(/^Hint for your master password/), 'horse')
    await submit()
    await expect.poll(session).toEqual({ state: 'signedOut', because: 'keyRotated' })

    const [body] = sent(asked)
    const { masterPasswordUnlockData: unlock } = body?.accountUnlockData ?? {}
    expect(unlock?.masterPasswordHint).toBe('horse')
    expect(JSON.stringify(body)).not.toContain(owner.password)
    expect(body?.accountData.ciphers).toMatchObject([{ id: ITEM, lastKnownRevisionDate: DATE }])
    await crypto.unlock({
      email: owner.email,
      password: owner.password,
      kdf: owner.kdf,
      wrappedUserKey: unlock?.masterKeyEncryptedUserKey ?? '',
      wrappedPrivateKey: body?.accountKeys.userKeyEncryptedAccountPrivateKey ?? '',
    })
    const read = (text = '') => crypto.decryptText({ key: 'user', text })
    expect(await read(body?.accountData.ciphers[0]?.name)).toBe('Bank')
    expect(await read(body?.accountData.folders[0]?.name)).toBe('Work')
  })

  it('hands the new key to an organization once its words were compared', async () => {
    const { person, asked, dialog, submit } = await begin({ organizations: [acme] })
    expect(await dialog.findByText('Fingerprint phrase of Acme')).toBeTruthy()
    await submit()
    expect(await dialog.findByText(/Compare them first/)).toBeTruthy()
    expect(sent(asked)).toEqual([])
    await person.click(dialog.getByLabelText(/I compared the words/))
    await person.click(dialog.getByRole('button', { name: 'Replace the key' }))
    await expect.poll(() => sent(asked).length).toBe(1)
    const [recovery] = sent(asked)[0]?.accountUnlockData.organizationAccountRecoveryUnlockData ?? []
    expect(recovery).toMatchObject({ organizationId: ACME })
    expect(recovery?.resetPasswordKey).toMatch(/^4\./)
  })

  it('stops at what cannot be read, says which, and changes nothing', async () => {
    const { asked, submit } = await begin({
      ciphers: async (own) => {
        const name = await own('Bank')
        const broken = `${name.slice(0, -8)}AAAAAAA=`
        return [
          { id: 'whole', name, revisionDate: DATE, deletedDate: null },
          { id: ITEM, name: broken, revisionDate: DATE, deletedDate: null },
          { id: 'gone', name: broken, revisionDate: DATE, deletedDate: DATE },
        ]
      },
    })
    await submit()
    expect(await screen.findByText(/2 things in your vault cannot be read/)).toBeTruthy()
    const links = screen.getAllByRole('link').map((link) => link.textContent)
    expect(links).toEqual([
      expect.stringMatching(/^An item last changed on/),
      expect.stringMatching(/^An item in the trash/),
    ])
    expect(sent(asked)).toEqual([])
    expect(session().state).toBe('unlocked')
  })

  it('begins anew when something changed meanwhile, and gives up when that goes on', async () => {
    const once = await begin({ revisions: [1, 2] })
    await once.submit()
    await expect.poll(() => sent(once.asked).length).toBe(1)
    expect(once.asked.filter(({ path }) => path === '/api/sync')).toHaveLength(2)
    await expect.poll(() => session().state).toBe('signedOut')
    once.unmount()

    const always = await begin({ revisions: [1, 2, 3, 4, 5, 6] })
    await always.submit()
    expect(await screen.findByText(/Your vault keeps changing/)).toBeTruthy()
    expect(sent(always.asked)).toEqual([])
    expect(session().state).toBe('unlocked')
  })

  it('begins anew when the server finds that something changed at the last moment', async () => {
    let refusals = 1
    const refused = () => new Answered(400, { message: 'Sync.', code: 'item_out_of_date' })
    const { asked, submit } = await begin({
      routes: { [`POST ${ROTATE}`]: () => (refusals-- > 0 ? refused() : undefined) },
    })
    await submit()
    await expect.poll(() => session().state).toBe('signedOut')
    expect(sent(asked)).toHaveLength(2)
    expect(asked.filter(({ path }) => path === '/api/sync')).toHaveLength(2)
  })

  it('does not say that nothing changed when the answer was lost', async () => {
    const { submit } = await begin({ routes: { [`POST ${ROTATE}`]: unreachable } })
    await submit()
    expect(await screen.findByText('It is not known whether the key was replaced')).toBeTruthy()
    expect(screen.queryByText(/nothing was changed/)).toBeNull()
  })

  it('says what the server refuses, and a wrong password at its field', async () => {
    const message = 'All items must be encrypted with the new key, each once.'
    const refused = await begin({
      routes: { [`POST ${ROTATE}`]: () => new Answered(400, { message }) },
    })
    await refused.submit()
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByText('The key was not replaced, and nothing was changed')).toBeTruthy()
    expect(session().state).toBe('unlocked')
    refused.unmount()

    const wrong = await begin({
      routes: {
        'POST /api/accounts/verify-password': () => new Answered(400, { code: 'wrong_password' }),
      },
    })
    await wrong.submit()
    expect(await wrong.dialog.findByText('This is not your master password.')).toBeTruthy()
    expect(wrong.asked.some(({ path }) => path === '/api/sync')).toBe(false)
  })
})
