import type { Schema } from '../../api'
import { crypto } from '../../crypto'
import { type Content, type Item, kindOf, partOf } from './kinds'
import { keyOf, ownerKey } from './reading'

/** An organization, and those of its collections an item goes into. */
export interface Owner {
  organization: string
  collections: readonly string[]
}

/** A custom field. One the item had has the number of its place there, a new one a higher one. */
export interface CustomField {
  id: number
  type: number
  name: string
  value: string
}

/** What a person wrote of an item. */
export interface Draft {
  type: number
  name: string
  notes: string
  folderId: string | null
  isFavorite: boolean
  isGuarded: boolean
  /** Whose a new item becomes; null for the person's own. */
  owner: Owner | null
  /** The texts of its kind that were in the form, by name. What was not there stays as it is. */
  texts: Readonly<Record<string, string>>
  /** Null when they were not in the form. */
  addresses: readonly string[] | null
  fields: readonly CustomField[]
}

/** An item and what it said, when it is being changed. */
export interface Before {
  item: Item
  content: Content
}

const KEPT_PASSWORDS = 5

/** The request that keeps a draft: all of it encrypted here, with what was not in the form. */
export async function written(
  draft: Draft,
  before: Before | null,
  account: string,
  now: Date,
): Promise<Schema['CipherRequest']> {
  const { type } = draft
  const { part } = kindOf(draft)
  const organizationId = before ? before.item.organizationId : draft.owner?.organization
  const itemKey =
    before?.item.key ?? (before ? null : await crypto.newItemKey(ownerKey(organizationId)))
  const key = keyOf({ organizationId: organizationId ?? null, key: itemKey })
  const seal = async (text: string) => (text === '' ? null : crypto.encryptText(key, text))

  const texts = Object.entries(draft.texts).map(async ([name, text]) => [name, await seal(text)])
  const old = before ? partOf(before.item) : {}
  const own = { ...old, ...Object.fromEntries(await Promise.all(texts)) }
  if (type === 1) await finishLogin(own, draft, before, seal, now)

  return {
    type,
    key: itemKey,
    name: await crypto.encryptText(key, draft.name),
    notes: await seal(draft.notes),
    reprompt: draft.isGuarded ? 1 : 0,
    fields: await sealedFields(draft.fields, before, seal),
    passwordHistory: history(draft, before, now),
    ...(part ? { [part]: own } : { secureNote: { type: 0 } }),
    folderId: draft.folderId,
    favorite: draft.isFavorite,
    organizationId: organizationId ?? null,
    archivedDate: before?.item.archivedDate ?? null,
    encryptedFor: account,
    lastKnownRevisionDate: before?.item.revisionDate ?? null,
  }
}

const isChanged = ({ texts }: Draft, before: Before | null): boolean =>
  texts.password !== undefined && texts.password !== (before?.content.login?.password ?? '')

/** The passwords before, the newest first; one is added when it was replaced. */
function history(
  draft: Draft,
  before: Before | null,
  now: Date,
): NonNullable<Content['passwordHistory']> | null {
  const known = before?.item.passwordHistory ?? []
  const replaced = before?.item.login?.password
  if (!replaced || !isChanged(draft, before)) return known.length > 0 ? known : null
  return [{ password: replaced, lastUsedDate: now.toISOString() }, ...known].slice(
    0,
    KEPT_PASSWORDS,
  )
}

/** The custom fields of an item, to be changed. */
export const fieldsOf = ({ fields }: Content): CustomField[] =>
  (fields ?? []).map(({ type, name, value }, id) => ({
    id,
    type,
    name: name ?? '',
    value: value ?? '',
  }))

async function sealedFields(
  fields: readonly CustomField[],
  before: Before | null,
  seal: (text: string) => Promise<string | null>,
): Promise<NonNullable<Content['fields']> | null> {
  const known = before ? fieldsOf(before.content) : []
  const sealed = fields.map(async (field) => {
    const { id, type, name, value } = field
    const was = known[id]
    // one that stays keeps what it is linked to
    const same = was?.name === name && was.value === value && before?.item.fields?.[id]
    return same || { type, name: await seal(name), value: await seal(value), linkedId: null }
  })
  return sealed.length > 0 ? Promise.all(sealed) : null
}

/** Addresses with their checksums, by which clients see that none was exchanged. */
async function finishLogin(
  login: Record<string, unknown>,
  draft: Draft,
  before: Before | null,
  seal: (text: string) => Promise<string | null>,
  now: Date,
): Promise<void> {
  if (before && isChanged(draft, before)) login.passwordRevisionDate = now.toISOString()
  if (!draft.addresses) return
  const known = before?.item.login?.uris ?? []
  const read = before?.content.login?.uris ?? []
  const uris = await Promise.all(
    draft.addresses.map(async (address) => {
      // one that stays keeps how it is compared
      const same = known[read.findIndex(({ uri }) => uri === address)]
      if (same) return same
      return {
        match: null,
        uri: await seal(address),
        uriChecksum: await seal(await checksum(address)),
      }
    }),
  )
  login.uris = uris.length > 0 ? uris : null
  login.uri = uris[0]?.uri ?? null
}

async function checksum(text: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}
