/** Bytes as WebCrypto takes them: never a view on shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** The text of bytes; null when they are none. */
export function fromUtf8(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

export function toBase64(bytes: Bytes): string {
  let characters = ''
  // in pieces, because a call takes some ten thousand arguments at most
  for (let at = 0; at < bytes.length; at += 0x8000)
    characters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(characters)
}

/** The bytes of padded base64 in the standard alphabet; null when it is none. */
export function fromBase64(text: string): Bytes | null {
  // `atob` alone would also take white space and missing padding
  if (text.length % 4 !== 0 || !BASE64.test(text)) return null
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at)
  return bytes
}

export const toHex = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const concat = (...parts: readonly Bytes[]): Bytes => joined(parts)

/** As `concat`, for more parts than a call may have arguments. */
export function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const random = (length: number): Bytes =>
  globalThis.crypto.getRandomValues(new Uint8Array(length))

/** Overwrites secrets that are no longer needed. */
export function wipe(...secrets: readonly (Bytes | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0)
}
