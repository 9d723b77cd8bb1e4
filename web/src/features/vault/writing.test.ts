import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crypto } from '../../crypto'
import type { Item } from './kinds'
import { openItem } from './reading'
import { type Draft, fieldsOf, written } from './writing'

const email = 'owner@example.com'
const password = 'correct horse battery staple'
const kdf = { kdfType: 0, iterations: 5000, memory: null, parallelism: null }
const NOW = new Date('2026-01-02T03:04:05Z')

const draft: Draft = {
  type: 1,
  name: 'Bank',
  notes: '',
  folderId: null,
  isFavorite: false,
  isGuarded: false,
  owner: null,
  texts: { username: 'owner', password: 'first', totp: '' },
  addresses: ['https://bank.example.com'],
  fields: [],
}

const kept = (request: Awaited<ReturnType<typeof written>>) =>
  ({
    ...request,
    id: 'item',
    viewPassword: true,
    revisionDate: NOW.toISOString(),
  }) as unknown as Item

describe('writing an item', () => {
  beforeAll(async () => {
    const keys = await crypto.prepareSignUp({ email, password, kdf })
    await crypto.unlock({
      email,
      password,
      kdf,
      wrappedUserKey: keys.unlock.masterKeyWrappedUserKey,
      wrappedPrivateKey: keys.encryptedPrivateKey,
    })
  })
  afterAll(() => crypto.lock())

  it('sends nothing in the clear, and reads as it was written', async () => {
    const request = await written(draft, null, 'account', NOW)
    for (const text of ['Bank', 'owner', 'first', 'bank.example.com'])
      expect(JSON.stringify(request)).not.toContain(text)
    const { content, isDamaged } = await openItem(kept(request))
    expect(isDamaged).toBe(false)
    expect(content).toMatchObject({ name: 'Bank', notes: null, login: { password: 'first' } })
  })

  it('encrypts what an organization keeps with its key alone', async () => {
    const { key } = await crypto.newOrganization('Shared')
    await crypto.setOrganizationKeys([{ id: 'acme', key }])
    const owner = { organization: 'acme', collections: ['shared'] }
    const request = await written({ ...draft, owner }, null, 'account', NOW)
    expect(request.organizationId).toBe('acme')
    expect((await openItem(kept(request))).content).toMatchObject({ name: 'Bank' })
    const asOwn = { ...kept(request), organizationId: null }
    expect((await openItem(asOwn)).content.name).toBeNull()

    const item = kept(request)
    const { content } = await openItem(item)
    const again = await written({ ...draft, name: 'Bank 2' }, { item, content }, 'account', NOW)
    expect(again.organizationId).toBe('acme')
    expect((await openItem(kept(again))).content.name).toBe('Bank 2')
  })

  it('keeps the password before, and what was not in the form', async () => {
    const first = kept(await written(draft, null, 'account', NOW))
    const passkeys = [{ creationDate: NOW.toISOString(), keyValue: '2.closed' }]
    const item = { ...first, login: { ...first.login, fido2Credentials: passkeys } } as Item
    const { content } = await openItem(item)
    const next = { ...draft, texts: { ...draft.texts, password: 'second' } }
    const request = await written(next, { item, content }, 'account', NOW)
    expect(request.login?.fido2Credentials).toEqual(passkeys)
    expect(request.login?.uris).toEqual(item.login?.uris)
    const again = (await openItem(kept(request))).content
    expect(again.login?.password).toBe('second')
    expect(again.passwordHistory).toEqual([{ password: 'first', lastUsedDate: NOW.toISOString() }])
  })

  it('encrypts custom fields, and leaves those as they are that nobody touched', async () => {
    const first = [
      { id: 0, type: 0, name: 'Branch', value: 'North' },
      { id: 1, type: 1, name: 'Telephone code', value: '4711' },
    ]
    const request = await written({ ...draft, fields: first }, null, 'account', NOW)
    for (const text of ['Branch', 'North', 'Telephone code', '4711'])
      expect(JSON.stringify(request)).not.toContain(text)
    const linked = { type: 3, name: request.fields?.[0]?.name ?? null, value: null, linkedId: 100 }
    const item = { ...kept(request), fields: [...(request.fields ?? []), linked] } as Item
    const { content } = await openItem(item)
    const [branch, code, link] = fieldsOf(content)
    if (!branch || !code || !link) throw new Error('fields were lost')
    expect(code).toEqual(first[1])

    const fields = [
      link,
      { ...code, value: '4712' },
      { id: 3, type: 2, name: 'Ours', value: 'true' },
    ]
    const again = await written({ ...draft, fields }, { item, content }, 'account', NOW)
    expect(again.fields?.[0]).toEqual(linked)
    expect(again.fields?.[1]).not.toEqual(item.fields?.[1])
    expect((await openItem(kept(again))).content.fields).toMatchObject([
      { type: 3, name: 'Branch', linkedId: 100 },
      { type: 1, name: 'Telephone code', value: '4712' },
      { type: 2, name: 'Ours', value: 'true' },
    ])
    const none = await written({ ...draft, fields: [] }, { item, content }, 'account', NOW)
    expect(none.fields).toBeNull()
  })
})
