import { fromBase64 } from './bytes'
import { CryptoError } from './error'
import { expand } from './expand'
import { wordList } from './words'

/** What the words of a fingerprint must be worth at least. */
const ENTROPY = 64

/**
 * The words two people read to each other to be sure of a public key.
 *
 * @throws CryptoError when it is no public key.
 */
export async function fingerprint(publicKey: string, id: string): Promise<string[]> {
  const spki = fromBase64(publicKey)
  if (!spki) throw new CryptoError('shape', 'publicKey')
  const [hash, list] = await Promise.all([expand(spki, id), wordList()])
  let number = hash.reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n)
  const count = Math.ceil(ENTROPY / Math.log2(list.length))
  const words: string[] = []
  while (words.length < count) {
    words.push(list[Number(number % BigInt(list.length))] ?? '')
    number /= BigInt(list.length)
  }
  return words
}
