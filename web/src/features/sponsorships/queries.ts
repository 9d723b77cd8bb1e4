import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, answer, api, type Schema } from '../../api'

export type Sponsorship = Schema['SponsorshipResponse']
export type Invitation = Schema['InvitationResponse']
export type SeatForecast = Schema['SeatForecastResponse']

/** An organization on this server; the two roles keep sponsorships at different addresses. */
export interface At {
  organization: string
  selfHosted: boolean
}

const inOrganization = ({ organization }: At) => ({ params: { path: { org_id: organization } } })

const withId = ({ organization }: At, id: string) => ({
  params: { path: { org_id: organization, sponsorship_id: id } },
})

const ROOM = '/api/organization/sponsorship'
const CLOUD = `${ROOM}/{org_id}` as const
const OWN = `${ROOM}/self-hosted/{org_id}` as const

/** The sponsorship the person gives as a member of the organization; null when there is none. */
export const ownSponsorship = (at: At) =>
  queryOptions({
    queryKey: ['sponsorships', at.organization, 'own'],
    queryFn: async ({ signal }): Promise<Sponsorship | null> => {
      const init = { ...inOrganization(at), signal }
      const call = at.selfHosted ? api.GET(`${OWN}/own`, init) : api.GET(`${CLOUD}/own`, init)
      return (await answer(call)) ?? null
    },
  })

/** Every sponsorship of the organization, for those who manage them. */
export const managedSponsorships = (at: At) =>
  queryOptions({
    queryKey: ['sponsorships', at.organization, 'all'],
    queryFn: async ({ signal }): Promise<Sponsorship[]> => {
      const all: Sponsorship[] = []
      let continuationToken: string | null | undefined
      do {
        const query = {
          kind: 'all',
          pageSize: 1000,
          ...(continuationToken && { continuationToken }),
        }
        const init = { params: { ...inOrganization(at).params, query }, signal }
        const call = at.selfHosted
          ? api.GET(`${OWN}/sponsored`, init)
          : api.GET(`${CLOUD}/sponsored`, init)
        const page = await answer(call)
        all.push(...page.data)
        continuationToken = page.continuationToken
      } while (continuationToken)
      return all
    },
  })

/** How the seats are used, and would be after `more` sponsorships in the organization's name. */
export const seatForecast = (at: At, more: number) =>
  queryOptions({
    queryKey: ['sponsorships', at.organization, 'seats', more],
    queryFn: ({ signal }): Promise<SeatForecast> => {
      const init = { params: { ...inOrganization(at).params, query: { more } }, signal }
      return answer(at.selfHosted ? api.GET(`${OWN}/seats`, init) : api.GET(`${CLOUD}/seats`, init))
    },
  })

/** Runs a change, and asks anew for what it may have changed. */
function useChange<Input, Output>(at: At, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['sponsorships', at.organization] })
      await queries.invalidateQueries({ queryKey: ['profile'] })
    },
  })
}

/** Offers somebody a Families organization as a member; anew, it changes who an open offer is for. */
export const useOffer = (at: At) =>
  useChange(at, (email: string) => {
    const body = { planSponsorshipType: 0, sponsoredEmail: email, friendlyName: email }
    const init = { ...inOrganization(at), body }
    return answer(
      at.selfHosted
        ? api.POST(`${OWN}/families-for-enterprise`, init)
        : api.POST(`${CLOUD}/families-for-enterprise`, init),
    )
  })

/** Offers many people Families organizations in the organization's name; answers each one's lot. */
export const useOfferMany = (at: At) =>
  useChange(at, async (body: { emails: string[]; notes: string | null }): Promise<Invitation[]> => {
    const init = { ...inOrganization(at), body }
    const call = at.selfHosted
      ? api.POST(`${OWN}/families-for-enterprise/bulk`, init)
      : api.POST(`${CLOUD}/families-for-enterprise/bulk`, init)
    return (await answer(call)).data
  })

/** Takes the person's own sponsorship back. */
export const useRevokeOwn = (at: At) =>
  useChange(at, () =>
    answer(
      at.selfHosted ? api.DELETE(OWN, inOrganization(at)) : api.DELETE(CLOUD, inOrganization(at)),
    ),
  )

/** Undoes that the person's own sponsorship was taken back. */
export const useReinstateOwn = (at: At) =>
  useChange(at, () =>
    answer(
      at.selfHosted
        ? api.POST(`${OWN}/reinstate`, inOrganization(at))
        : api.POST(`${CLOUD}/reinstate`, inOrganization(at)),
    ),
  )

/** Sends the mail of open offers again; a self-hosted server sends none. */
export const useResend = (at: At) =>
  useChange(at, async (names: readonly string[]) => {
    for (const sponsoredFriendlyName of names) {
      const query = { sponsoredFriendlyName }
      const params = { ...inOrganization(at).params, query }
      await answer(api.POST(`${CLOUD}/families-for-enterprise/resend`, { params }))
    }
  })

/** Changes whom an open offer is for. */
export const useEditOffer = (at: At) =>
  useChange(at, ({ id, email, notes }: { id: string; email: string; notes: string | null }) => {
    const body = { sponsoredEmail: email, friendlyName: email, notes }
    const init = { ...withId(at, id), body }
    return answer(
      at.selfHosted
        ? api.PUT(`${OWN}/by-id/{sponsorship_id}`, init)
        : api.PUT(`${CLOUD}/by-id/{sponsorship_id}`, init),
    )
  })

/** Takes sponsorships of the organization back, one after the other; stops at the first refusal. */
export const useRevokeMany = (at: At) =>
  useChange(at, async (ids: readonly string[]) => {
    for (const id of ids) {
      const call = at.selfHosted
        ? api.DELETE(`${OWN}/by-id/{sponsorship_id}`, withId(at, id))
        : api.DELETE(`${CLOUD}/by-id/{sponsorship_id}`, withId(at, id))
      await answer(call).catch((cause) => {
        // Gone already is what was asked for.
        if (!(cause instanceof ApiError && cause.status === 404)) throw cause
      })
    }
  })

/** Undoes that a sponsorship of the organization was taken back. */
export const useReinstate = (at: At) =>
  useChange(at, (id: string) =>
    answer(
      at.selfHosted
        ? api.POST(`${OWN}/by-id/{sponsorship_id}/reinstate`, withId(at, id))
        : api.POST(`${CLOUD}/by-id/{sponsorship_id}/reinstate`, withId(at, id)),
    ),
  )

/** What the link of an offer leads to, for the person signed in. */
export const offerLink = (sponsorshipToken: string) =>
  queryOptions({
    queryKey: ['sponsorships', 'offer', sponsorshipToken],
    gcTime: 0,
    queryFn: () => {
      const params = { query: { sponsorshipToken } }
      return answer(api.POST(`${ROOM}/validate-token`, { params }))
    },
  })

/** Makes the organization the sponsored one. */
export async function redeem(sponsorshipToken: string, organization: string): Promise<void> {
  const params = { query: { sponsorshipToken } }
  const body = { planSponsorshipType: 0, sponsoredOrganizationId: organization }
  await answer(api.POST(`${ROOM}/redeem`, { params, body }))
}

/** Tells the sponsor that the offer is not wanted. */
export async function decline(sponsorshipToken: string): Promise<void> {
  const params = { query: { sponsorshipToken } }
  await answer(api.POST(`${ROOM}/decline`, { params }))
}
