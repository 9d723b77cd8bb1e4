import { Outlet, useParams } from '@tanstack/react-router'
import { createContext, type ReactNode, use } from 'react'
import type { Organization } from './can'
import { useOrganizations } from './queries'

const Context = createContext<Organization | null>(null)

/** The organization of the address, below `RequireOrganization`. */
export function useOrganization(): Organization {
  const organization = use(Context)
  if (!organization) throw new Error('outside RequireOrganization')
  return organization
}

/** Shows its pages to members of the organization `$orgId` names; `missing` to everybody else. */
export function RequireOrganization({
  missing,
  children = <Outlet />,
}: {
  missing: ReactNode
  children?: ReactNode
}) {
  const { orgId } = useParams({ strict: false }) as { orgId?: string }
  const organization = useOrganizations().find(({ id }) => id === orgId)
  if (!organization) return missing
  return <Context value={organization}>{children}</Context>
}
