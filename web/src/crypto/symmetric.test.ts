// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { concat, fromUtf8, random, toBase64, utf8 } from './bytes'
import { CryptoError } from './error'
import { SymmetricKey } from './symmetric'

const { subtle } = globalThis.crypto

function keyOf(bytes = random(64)): SymmetricKey {
  const key = SymmetricKey.from(bytes)
  if (!key) throw new Error('no key')
  return key
}

/** A text with the right code whose padding is missing, as only a broken client writes. */
async function unpadded(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const iv = random(16)
  const own = await subtle.importKey('raw', bytes.slice(0, 32), 'AES-CBC', false, ['encrypt'])
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const codes = await subtle.importKey('raw', bytes.slice(32), hmac, false, ['sign'])
  const whole = await subtle.encrypt({ name: 'AES-CBC', iv }, own, utf8('a'.repeat(32)))
  const text = new Uint8Array(whole).slice(0, 32)
  const code = new Uint8Array(await subtle.sign('HMAC', codes, concat(iv, text)))
  return `2.${toBase64(iv)}|${toBase64(text)}|${toBase64(code)}`
}

describe('several texts of one key', () => {
  const plain = ['', 'Élodie', 'x'.repeat(16), 'y'.repeat(1000)]

  it('come out in their order, whatever their lengths', async () => {
    const key = keyOf()
    const encrypted = await Promise.all(plain.map((text) => key.encrypt(utf8(text))))
    for (const texts of [encrypted, encrypted.toReversed(), encrypted.slice(0, 1)]) {
      const found = await key.decryptAll(texts, 'text', [])
      const said = found.map((bytes) => (bytes instanceof CryptoError ? bytes : fromUtf8(bytes)))
      expect(said).toEqual(texts.map((text) => plain[encrypted.indexOf(text)]))
    }
  })

  it('do not keep each other back', async () => {
    const bytes = random(64)
    const broken = await unpadded(bytes)
    const key = keyOf(bytes)
    const good = await key.encrypt(utf8('good'))
    const foreign = await keyOf().encrypt(utf8('foreign'))
    const altered = good.replace(
      /\|.([^|]*)$/,
      (code, rest) => `|${code[1] === 'A' ? 'B' : 'A'}${rest}`,
    )
    for (const texts of [
      [good, broken, foreign, altered, 'no text', good],
      [foreign, good, altered, good, broken],
    ]) {
      const ids = texts.map((_, at) => String(at))
      const found = await key.decryptAll(texts, 'text', ids)
      for (const [at, one] of found.entries()) {
        if (texts[at] === good) expect(fromUtf8(one as Uint8Array<ArrayBuffer>)).toBe('good')
        else expect(one).toMatchObject({ name: 'CryptoError', id: String(at) })
      }
    }
  })
})
