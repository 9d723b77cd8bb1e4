import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Schema } from '../../../api'
import { useChange } from '../queries'

export type SecondStep = Schema['SecondStepResponse']
export type NewAuthenticator = Schema['NewAuthenticatorResponse']

export const secondStep = () =>
  queryOptions({
    queryKey: ['system', 'second-step'],
    queryFn: ({ signal }): Promise<SecondStep> => answer(api.GET('/admin/second-step', { signal })),
  })

/** A key for a new authenticator; it counts once a code of it was shown. */
export const newAuthenticator = async (): Promise<NewAuthenticator> =>
  answer(api.POST('/admin/second-step/key'))

/** Asks for a code from now on; answers recovery codes. */
export const useBeginSecondStep = () =>
  useChange(
    async (body: { key: string; code: string }): Promise<string[]> =>
      (await answer(api.POST('/admin/second-step', { body }))).codes,
  )

export const useEndSecondStep = () =>
  useChange(async (code: string) => {
    await answer<unknown>(api.POST('/admin/second-step/remove', { body: { code } }))
  })

export const useRenewCodes = () =>
  useChange(
    async (code: string): Promise<string[]> =>
      (await answer(api.POST('/admin/second-step/recovery-codes', { body: { code } }))).codes,
  )
