import { paths } from '../../paths'
import { type InvitationLink, invitationLink } from './invitation'
import type { SignUpProof } from './queries'

/** What leads somebody to choose a master password. */
export interface SignUpLink {
  email: string
  name: string | null
  proof: SignUpProof
  /** The invitation that led here, if one did. */
  invitation: InvitationLink | null
  /** Where they go once they have an account; null when anywhere will do. */
  next: string | null
}

/** Reads the link of a registration, an invitation or an offered Families organization. */
export function signUpLink(said: URLSearchParams): SignUpLink | null {
  const email = said.get('email')
  const token = said.get('token')
  if (!email || !token) return null
  const name = said.get('name') || null
  const invitation = invitationLink(said)
  if (invitation) {
    const { organizationUserId } = invitation
    const proof = { orgInviteToken: token, organizationUserId }
    return { email, name, proof, invitation, next: paths.front.joinOrganization() }
  }
  if (said.has('register')) {
    const proof = { orgSponsoredFreeFamilyPlanToken: token }
    return { email, name, proof, invitation, next: paths.front.joinFamilies() }
  }
  return { email, name, proof: { emailVerificationToken: token }, invitation, next: null }
}
