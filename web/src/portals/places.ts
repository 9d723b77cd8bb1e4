import type { Messages } from '../i18n'
import { paths } from '../paths'
import type { Organization } from '../session'
import type { IconName } from '../ui'

/** The protocol's number of a member without any right over others. */
const USER = 2
const CONFIRMED = 2

/** Whether there is anything in the organization's console for this member. */
export const administers = ({ type, status }: Organization): boolean =>
  status === CONFIRMED && type !== USER

/** Somewhere a person can go. */
export interface Place {
  id: string
  label: string
  icon: IconName
  href: string
}

/** Everywhere a person can go: their own things, each organization they administer, a new one. */
export function places(
  organizations: readonly Organization[],
  text: Messages,
  compare: (a: string, b: string) => number,
): Place[] {
  const own: Place = {
    id: 'own',
    label: text.session.frame.own,
    icon: 'vault',
    href: paths.home(),
  }
  const consoles = organizations
    .filter(administers)
    .sort((a, b) => compare(a.name, b.name))
    .map(
      ({ id, name }): Place => ({
        id,
        label: name,
        icon: 'building',
        href: paths.organization.overview(id),
      }),
    )
  const another: Place = {
    id: 'new',
    label: text.session.frame.newOrganization,
    icon: 'add',
    href: paths.newOrganization(),
  }
  return [own, ...consoles, another]
}
