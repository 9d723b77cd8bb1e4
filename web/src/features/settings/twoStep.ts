import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../api'
import type { Messages } from '../../i18n'
import { refusedAt } from '../../session'

/** Where what the server may refuse is asked for. */
const refuse = refusedAt({ not_an_email: 'email', wrong_code: 'code' })

/** The ways that can be set up here. */
export type Way = 'authenticator' | 'email'

export const WAYS: readonly Way[] = ['authenticator', 'email']

/** The protocol's numbers. */
const NUMBER: Readonly<Record<Way, number>> = { authenticator: 0, email: 1 }

export const nameOf = (way: Way, { settings }: Messages): string => settings.twoStep[way]

/** The ways that are on. */
export const twoStepWays = () =>
  queryOptions({
    queryKey: ['settings', 'two-step'],
    queryFn: async ({ signal }): Promise<readonly Way[]> => {
      const { data } = await answer(api.GET('/api/two-factor', { signal }))
      const on = data.filter(({ enabled }) => enabled).map(({ type }) => type)
      return WAYS.filter((way) => on.includes(NUMBER[way]))
    },
  })

/** A key to begin with, and what the change is asked for with. */
export const beginAuthenticator = (
  masterPasswordHash: string,
): Promise<Schema['AuthenticatorResponse']> =>
  answer(api.POST('/api/two-factor/get-authenticator', { body: { masterPasswordHash } }))

export async function confirmAuthenticator(change: {
  key: string
  token: string
  userVerificationToken: string
}): Promise<void> {
  await answer(api.PUT('/api/two-factor/authenticator', { body: change })).catch(refuse)
}

/** What the change is asked for with. */
export async function beginEmail(masterPasswordHash: string): Promise<string> {
  const body = { masterPasswordHash }
  const begun = await answer(api.POST('/api/two-factor/get-email', { body }))
  return begun.userVerificationToken ?? ''
}

/** Mails a code that shows whether mail arrives. */
export async function mailSetUpCode(to: {
  email: string
  userVerificationToken: string
}): Promise<void> {
  await answer(api.POST('/api/two-factor/send-email', { body: to })).catch(refuse)
}

export async function confirmEmail(change: {
  email: string
  token: string
  userVerificationToken: string
}): Promise<void> {
  await answer(api.PUT('/api/two-factor/email', { body: change })).catch(refuse)
}

export async function turnOff(way: Way, masterPasswordHash: string): Promise<void> {
  const body = { type: NUMBER[way], masterPasswordHash }
  await answer(api.PUT('/api/two-factor/disable', { body }))
}

export async function recoveryCode(masterPasswordHash: string): Promise<string> {
  const body = { masterPasswordHash }
  return (await answer(api.POST('/api/two-factor/get-recover', { body }))).code
}

/** What an authenticator app reads from a picture. */
export function otpauth(product: string, email: string, key: string): string {
  const label = `${encodeURIComponent(product)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret: key, issuer: product })}`
}

/** In groups of four, to be read and typed. */
export const inGroups = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

/** The same, four groups on a line: a telephone has room for no more. */
export const inLines = (text: string): string =>
  text.replace(/(.{16})(?=.)/g, '$1\n').replace(/(.{4})(?=.)/g, '$1 ')
