import { answer, api } from '../../api'
import { crypto } from '../../crypto'
import { redeem } from './queries'

/** The plan a sponsorship pays for, by the protocol's number. */
const FAMILIES = 22

/** What is sponsored: an organization one owns, or one to be made. */
export type Target =
  | { kind: 'existing'; id: string; name: string }
  | { kind: 'new'; name: string; billingEmail: string; collection: string }

/** A Families organization that exists. */
export interface Made {
  id: string
  name: string
}

/** The organization was made, and the offer refused afterwards. */
export class HalfDone extends Error {
  constructor(
    readonly made: Made,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : '', { cause })
    this.name = 'HalfDone'
  }
}

/**
 * Accepts the offer of `token` for `target`, which is made first when it does not exist.
 *
 * @throws HalfDone when the offer was refused after an organization was made for it.
 */
export async function accept(token: string, target: Target): Promise<Made> {
  const organization = target.kind === 'existing' ? target : await make(target)
  try {
    await redeem(token, organization.id)
  } catch (cause) {
    if (target.kind === 'new') throw new HalfDone(organization, cause)
    throw cause
  }
  return { id: organization.id, name: organization.name }
}

async function make(target: Extract<Target, { kind: 'new' }>): Promise<Made> {
  const keys = await crypto.newOrganization(target.collection)
  const { name, billingEmail } = target
  const body = { name, billingEmail, planType: FAMILIES, ...keys }
  const made = await answer(api.POST('/api/organizations', { body }))
  return { id: made.id, name: made.name }
}
