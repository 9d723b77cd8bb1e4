import { crypto, type KeyRef } from '../../crypto'
import { type Content, type Item, kindOf, partOf } from './kinds'

/** An item as the list has it: what tells it from others, and nothing secret. */
export interface Row {
  item: Item
  /** Null when it cannot be read. */
  name: string | null
  detail: string
  /** The host of its first address. */
  host: string
}

/** The key of whose an item is. */
export const ownerKey = (organization: string | null | undefined) =>
  organization ? { organization } : ('user' as const)

/** The key the texts of an item belong to: one of its own, or that of whose it is. */
export function keyOf({ organizationId, key }: Pick<Item, 'organizationId' | 'key'>): KeyRef {
  const owner = ownerKey(organizationId)
  return key ? { item: key, of: owner } : owner
}

const ENCRYPTED = /^\d+\.[A-Za-z0-9+/]{16,}=*(\||$)/

/** How many items go to the worker first: as many as are seen at once, and more than that. */
const FIRST = 200
/** The most that go there at once: others have their turn in between. */
const MOST = 3200

const LISTED: Readonly<Record<number, readonly string[]>> = {
  1: ['username'],
  3: ['brand', 'number'],
  4: ['firstName', 'lastName'],
  5: ['keyFingerprint'],
  6: ['bankName'],
  7: ['firstName', 'lastName'],
  8: ['givenName', 'surname'],
}

/** What was read, for as long as its item is kept: a change reads the changed ones alone. */
const rows = new WeakMap<Item, Row>()

/** Reads the items for the list, and tells of every piece. */
export async function readRows(
  items: readonly Item[],
  signal: AbortSignal,
  onPiece: (rows: readonly Row[]) => void,
): Promise<readonly Row[]> {
  const unread = items.filter((item) => !rows.has(item))
  const sofar = () => items.flatMap((item) => rows.get(item) ?? [])
  for (let at = 0, size = FIRST; at < unread.length; at += size, size = Math.min(2 * size, MOST)) {
    const piece = unread.slice(at, at + size)
    const wanted = piece.map((item) => ({ item, texts: listed(item) }))
    const asked = wanted.flatMap(({ item, texts }) => {
      const key = keyOf(item)
      return texts.flatMap((text) => (text === null ? [] : [{ key, text, of: item.id }]))
    })
    const readings = (await crypto.decryptMany(asked)).values()
    signal.throwIfAborted()
    for (const { item, texts } of wanted) {
      const said = texts.map((text) => {
        const one = text === null ? null : readings.next().value
        return one && 'text' in one ? one.text : null
      })
      rows.set(item, rowOf(item, said))
    }
    onPiece(sofar())
  }
  return sofar()
}

/** The texts of an item that the list needs: its name, its first address, what its kind shows. */
function listed(item: Item): (string | null)[] {
  const part = partOf(item)
  const texts = [
    item.name,
    item.login?.uris?.[0]?.uri,
    ...(LISTED[item.type] ?? []).map((name) => part[name]),
  ]
  // one that is not there keeps its place
  return texts.map((text) => (typeof text === 'string' && text !== '' ? text : null))
}

function rowOf(item: Item, [name, address, ...texts]: readonly (string | null)[]): Row {
  const said = texts.map((text) => text ?? '')
  if (item.type === 3 && said[1]) said[1] = `•••• ${said[1].slice(-4)}`
  const detail = said.filter(Boolean).join(' ')
  return { item, name: name ?? null, detail, host: hostOf(address ?? '') }
}

/** The host of an address; the text itself where it is none. */
function hostOf(address: string): string {
  try {
    return new URL(address.includes('://') ? address : `https://${address}`).host || address
  } catch {
    return address
  }
}

/** What an item says, in the clear; texts that cannot be read are null. */
export interface Opened {
  content: Content
  isDamaged: boolean
}

/** Opens what a person reads of an item. Its passkeys stay closed: nobody reads those. */
export async function openItem(item: Item): Promise<Opened> {
  const { part } = kindOf(item)
  const { type, name, notes, fields, passwordHistory, reprompt } = item
  const said = {
    type,
    name,
    notes,
    fields,
    passwordHistory,
    reprompt,
    ...(part && { [part]: item[part] }),
  }
  const content = structuredClone(said) as Content
  if (content.login) content.login.fido2Credentials = null
  const found: { text: string; put: (text: string | null) => void }[] = []
  collect(content as unknown as Json, found)
  const key = keyOf(item)
  const readings = await crypto.decryptMany(found.map(({ text }) => ({ key, text, of: item.id })))
  for (const [index, reading] of readings.entries())
    found[index]?.put('text' in reading ? reading.text : null)
  return { content, isDamaged: readings.some((reading) => 'refusal' in reading) }
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Every encrypted text in `value`, with how to put another in its place. */
function collect(value: Json, found: { text: string; put: (text: string | null) => void }[]): void {
  if (value === null || typeof value !== 'object') return
  const holder = value as { [name: string]: Json }
  for (const [name, one] of Object.entries(holder)) {
    if (typeof one === 'string' && ENCRYPTED.test(one))
      found.push({
        text: one,
        put: (text) => {
          holder[name] = text
        },
      })
    else collect(one, found)
  }
}
