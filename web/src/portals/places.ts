import type { Messages } from '../i18n'
import { paths } from '../paths'
import type { Organization } from '../session'
import type { MenuEntry } from '../ui'

/** The protocol's number of a member without any right over others. */
const USER = 2
const CONFIRMED = 2

/** Whether there is anything in the organization's console for this member. */
export const administers = ({ type, status }: Organization): boolean =>
  status === CONFIRMED && type !== USER

/** Everywhere a person can go: their own things, each organization they administer, a new one. */
export function places(
  organizations: readonly Organization[],
  text: Messages,
  compare: (a: string, b: string) => number,
): MenuEntry[] {
  const own: MenuEntry = {
    id: 'own',
    label: text.session.frame.own,
    icon: 'vault',
    href: paths.home(),
  }
  const consoles = organizations
    .filter(administers)
    .sort((a, b) => compare(a.name, b.name))
    .map(
      ({ id, name }): MenuEntry => ({
        id,
        label: name,
        icon: 'building',
        href: paths.organization.overview(id),
      }),
    )
  const another: MenuEntry = {
    id: 'new',
    label: text.session.frame.newOrganization,
    icon: 'add',
    href: paths.newOrganization(),
  }
  return [own, ...consoles, another]
}
