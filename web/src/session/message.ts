import { CryptoError } from '../crypto'
import type { Messages } from '../i18n'

/** What a `CryptoError` says to a person; null for anything else. */
export function cryptoMessage(cause: unknown, { session: text }: Messages): string | null {
  if (!(cause instanceof CryptoError)) return null
  return text.cryptoReason[cause.reason](text.cryptoObject[cause.object])
}
