import { answer, api, type Schema } from '../../../api'
import { wholeList } from '../lists'
import { byId, useChange } from '../queries'

export type HeldLicense = Schema['HeldLicenseLine']
export type IssuedLicense = Schema['IssuedLicenseLine']

/** The licences applied on this server. */
export const heldLicenses = () =>
  wholeList(['system', 'licenses'], (from, signal) =>
    answer(api.GET('/admin/licenses', { params: { query: from }, signal })),
  )

/** The licences that went out to servers. */
export const issuedLicenses = () =>
  wholeList(['system', 'licenses', 'issued'], (from, signal) =>
    answer(api.GET('/admin/licenses/issued', { params: { query: from }, signal })),
  )

/** Applies a licence file to an organization. */
export const useApplyLicense = (organization: string) =>
  useChange(async (file: File) => {
    const form = new FormData()
    form.set('license', file)
    await answer<unknown>(
      api.POST('/admin/organizations/{id}/license', {
        ...byId(organization),
        body: form as never,
        bodySerializer: (body: unknown) => body as BodyInit,
      }),
    )
  })

/** The licence of an organization for an installation, as the text of a file. */
export const useGenerateLicense = () =>
  useChange(async (body: { organizationId: string; installationId: string }) => {
    const license = await answer(api.POST('/admin/tools/generatelicense', { body }))
    return JSON.stringify(license, null, 2)
  })
