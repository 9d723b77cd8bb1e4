import { useText } from '../../i18n'
import { paths } from '../../paths'
import { can, RequireOrganization, useOrganization, useServerConfig } from '../../session'
import { AuthCard, ButtonLink } from '../../ui'
import { Frame } from '../Frame'
import { Guarded } from '../Guarded'
import { pages } from './pages'

/** The frame of an organization's console. */
export function OrganizationFrame() {
  return (
    <Guarded>
      <RequireOrganization missing={<NotAMember />}>
        <Framed />
      </RequireOrganization>
    </Guarded>
  )
}

function Framed() {
  const organization = useOrganization()
  const { selfHosted } = useServerConfig()
  const { id, name } = organization
  return (
    <Frame
      pages={pages}
      place={{ id, label: name, href: paths.organization.overview(id) }}
      access={{ can: (action) => can(organization, action), selfHosted }}
    />
  )
}

/** The address names an organization the person does not belong to, or that is not there. */
function NotAMember() {
  const { session, ui } = useText()
  return (
    <AuthCard title={ui.error.notFound.title} lead={session.frame.notAMember}>
      <ButtonLink href={paths.home()} variant="primary" size="wide">
        {session.frame.toHome}
      </ButtonLink>
    </AuthCard>
  )
}
