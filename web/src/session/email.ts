import { answer, api } from '../api'
import { crypto } from '../crypto'
import { refusedAt } from './atField'
import { leaveEverywhere } from './lock'
import { account, changeBody, provePassword } from './password'
import { rememberEmail, rememberedEmail } from './remembered'

/** Where the two forms of the change ask for what the server may refuse. */
const FIELDS = {
  wrong_password: 'current',
  not_an_email: 'newEmail',
  same_email: 'newEmail',
  taken: 'newEmail',
  wrong_code: 'code',
}

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
  await answer(api.POST('/api/accounts/email-token', { body })).catch(refusedAt(FIELDS))
  const data = await crypto.changePassword({ email: newEmail, password, kdf: account().kdf })
  return { newEmail, sent: changeBody(masterPasswordHash, data) }
}

/**
 * Changes the address with the code that was mailed to it. It ends every session, this one too.
 *
 * @throws ApiError that names the field `code`, or one of those before: the address may be taken by now
 */
export async function changeEmail({ newEmail, sent }: EmailChange, code: string): Promise<void> {
  const { id, email } = account()
  const body = { ...sent, newEmail, token: code.trim() }
  await answer(api.POST('/api/accounts/email', { body })).catch(refusedAt(FIELDS))
  if (rememberedEmail()?.toLowerCase() === email.toLowerCase()) rememberEmail(newEmail)
  await leaveEverywhere(id, 'emailChanged')
}
