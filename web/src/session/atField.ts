import { ApiError } from '../api'
import { text } from '../i18n'
import { cryptoMessage } from './message'

/** A failure told at a field of a form: `Form` marks it, and brings the focus there. */
export const atField = (field: string, message: string): ApiError =>
  new ApiError(400, message, { [field]: [message] })

/** What the server refused, told at the field its code belongs to; any other failure as it is. */
export function refusedAt(fields: Readonly<Record<string, string>>): (cause: unknown) => never {
  return (cause) => {
    const code = cause instanceof ApiError ? cause.code : null
    const field = code === null ? undefined : fields[code]
    if (!(cause instanceof ApiError) || field === undefined) throw cause
    throw atField(field, code === 'wrong_password' ? text().session.wrongPassword : cause.message)
  }
}

/** What a `CryptoError` says, told at a field; any other failure as it is. */
export function cryptoAtField(field: string): (cause: unknown) => never {
  return (cause) => {
    const message = cryptoMessage(cause, text())
    throw message ? atField(field, message) : cause
  }
}
