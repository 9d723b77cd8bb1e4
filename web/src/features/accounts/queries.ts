import { queryOptions } from '@tanstack/react-query'
import { ApiError, answer, api } from '../../api'
import { crypto, type KdfSettings } from '../../crypto'
import { refusedAt } from '../../session'

/** Where what the server may refuse is asked for. */
const refuse = refusedAt({
  not_an_email: 'email',
  name_too_long: 'name',
  hint_too_long: 'hint',
})

/** What shows that an address belongs to the person who signs up. */
export type SignUpProof =
  /** The token of the mail one asked for. */
  | { emailVerificationToken: string }
  /** The token of an invitation to an organization. */
  | { orgInviteToken: string; organizationUserId: string }
  /** The token of an offered Families organization. */
  | { orgSponsoredFreeFamilyPlanToken: string }

/**
 * Has the link to sign up mailed. The answer is the same whether the address is taken.
 *
 * @returns the link's token at once where the server sends no mail, else null.
 */
export async function requestSignUp(who: {
  email: string
  name: string | null
}): Promise<string | null> {
  const body = { email: who.email.trim(), name: who.name }
  const path = '/identity/accounts/register/send-verification-email'
  const token: unknown = await answer(api.POST(path, { body })).catch(refuse)
  return typeof token === 'string' ? token : null
}

/** Whether the mailed link is good; throws with the server's reason when it is not. */
export async function checkSignUpLink(link: { email: string; token: string }): Promise<void> {
  const body = { email: link.email, emailVerificationToken: link.token }
  await answer(api.POST('/identity/accounts/register/verification-email-clicked', { body }))
}

/** Makes the account, with keys of its own. */
export async function finishSignUp(who: {
  email: string
  name?: string | null
  password: string
  hint: string | null
  kdf?: KdfSettings
  proof: SignUpProof
}): Promise<void> {
  const { email, name, password, hint, kdf, proof } = who
  const keys = await crypto.prepareSignUp({ email, password, ...(kdf && { kdf }) })
  const body = {
    email: email.trim(),
    ...(name && { name }),
    masterPasswordHint: hint,
    masterPasswordAuthentication: keys.authentication,
    masterPasswordUnlock: keys.unlock,
    userAsymmetricKeys: {
      publicKey: keys.publicKey,
      encryptedPrivateKey: keys.encryptedPrivateKey,
    },
    ...proof,
  }
  await answer(api.POST('/identity/accounts/register/finish', { body })).catch(refuse)
}

/** Has the hint of the master password mailed. The answer is the same whether there is one. */
export async function requestHint(email: string): Promise<void> {
  await answer(api.POST('/api/accounts/password-hint', { body: { email: email.trim() } }))
}

/** What is wrong with a link to sign up, if anything. Invitations are looked at when they are accepted. */
export const signUpLinkRefusal = (email: string, proof: SignUpProof) =>
  queryOptions({
    queryKey: ['accounts', 'sign-up-link', email],
    gcTime: 0,
    queryFn: async (): Promise<LinkRefusal | null> => {
      if (!('emailVerificationToken' in proof)) return null
      return refusalOf(checkSignUpLink({ email, token: proof.emailVerificationToken }))
    },
  })

/** It lapsed, or its address has an account by now. */
const LINK_REFUSALS = ['link_expired', 'taken'] as const

type LinkRefusal = (typeof LINK_REFUSALS)[number]

/** Why the server does not take a link; null when it does. Another failure than that is thrown. */
async function refusalOf(call: Promise<unknown>): Promise<LinkRefusal | null> {
  try {
    await call
    return null
  } catch (cause) {
    const code = cause instanceof ApiError ? cause.code : null
    const refusal = LINK_REFUSALS.find((one) => one === code)
    if (!refusal) throw cause
    return refusal
  }
}

/** Shows an address to be its owner's by the mailed link, once; false when the link lapsed. */
export const emailVerification = (link: { userId: string; token: string }) =>
  queryOptions({
    queryKey: ['accounts', 'email-verification', link.userId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const call = answer(api.POST('/api/accounts/verify-email-token', { body: link }))
      return (await refusalOf(call)) === null
    },
  })

/** Has the link mailed that deletes an account. The answer is the same whether there is one. */
export async function requestDeletion(email: string): Promise<void> {
  await answer(api.POST('/api/accounts/delete-recover', { body: { email } }))
}

/** Deletes the account of whoever the link was mailed to. */
export async function deleteByLink({ userId, token }: Record<'userId' | 'token', string>) {
  await answer(api.POST('/api/accounts/delete-recover-token', { body: { userId, token } }))
}
