import { createHMAC, createSHA256, type IHasher } from 'hash-wasm'
import type { Bytes } from './bytes'

/** The code that shows that nothing was altered: HMAC-SHA-256 under one key. */
export type Authentication = (...parts: readonly Bytes[]) => Bytes

let hasher: Promise<IHasher> | null = null

/**
 * Codes under `key`. A vault has tens of thousands of short texts, each with a code of its own: made
 * here they cost a fraction of a call to the browser's, which answers from another thread.
 */
export async function authentication(key: Bytes): Promise<Authentication> {
  // one for all keys: a code is made in one go, so that no two are ever under way
  hasher ??= createSHA256()
  const keyed = await createHMAC(hasher, key)
  return (...parts) => {
    keyed.init()
    for (const part of parts) keyed.update(part)
    return new Uint8Array(keyed.digest('binary'))
  }
}

/** Whether two codes are the same, in a time that does not tell where they differ. */
export function isSame(one: Bytes, other: Bytes): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0)
  return difference === 0
}
