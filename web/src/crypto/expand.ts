import { type Bytes, concat, utf8 } from './bytes'

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const

/**
 * HKDF-Expand with SHA-256, 32 bytes. The protocol skips the other half of HKDF, so WebCrypto's own
 * cannot be used; 32 bytes are one block of it.
 */
export async function expand(key: Bytes, info: string): Promise<Bytes> {
  const prk = await globalThis.crypto.subtle.importKey('raw', key, HMAC, false, ['sign'])
  const block = concat(utf8(info), new Uint8Array([1]))
  return new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', prk, block))
}
