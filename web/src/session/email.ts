import { ApiError, answer, api } from '../api'
import { crypto } from '../crypto'
import { atField } from './atField'
import { leaveEverywhere } from './lock'
import { account, changeBody, provePassword } from './password'
import { rememberEmail, rememberedEmail } from './remembered'

/** Another mail address, as far as it can be prepared before its code has come. */
export interface EmailChange {
  newEmail: string
  /** The account under the same master password, which the new address salts. */
  sent: ReturnType<typeof changeBody>
}

/**
 * Has a code mailed to another address, and keeps ready what goes with it. Nothing changes yet.
 *
 * @throws ApiError that names the field `current` or `newEmail`
 */
export async function prepareEmailChange(wanted: {
  newEmail: string
  password: string
}): Promise<EmailChange> {
  const { password } = wanted
  const newEmail = wanted.newEmail.trim()
  const masterPasswordHash = await provePassword(password)
  const body = { newEmail, masterPasswordHash }
  await answer(api.POST('/api/accounts/email-token', { body })).catch(refusedAt('newEmail'))
  const data = await crypto.changePassword({ email: newEmail, password, kdf: account().kdf })
  return { newEmail, sent: changeBody(masterPasswordHash, data) }
}

/**
 * Changes the address with the code that was mailed to it. It ends every session, this one too.
 *
 * @throws ApiError that names the field `code`
 */
export async function changeEmail({ newEmail, sent }: EmailChange, code: string): Promise<void> {
  const { id, email } = account()
  const body = { ...sent, newEmail, token: code.trim() }
  await answer(api.POST('/api/accounts/email', { body })).catch(refusedAt('code'))
  if (rememberedEmail()?.toLowerCase() === email.toLowerCase()) rememberEmail(newEmail)
  await leaveEverywhere(id, 'emailChanged')
}

/** The password was proved before: what is refused now is what stands in that field. */
function refusedAt(field: string): (cause: unknown) => never {
  return (cause) => {
    const isRefused = cause instanceof ApiError && cause.status === 400 && cause.message !== ''
    throw isRefused ? atField(field, cause.message) : cause
  }
}
