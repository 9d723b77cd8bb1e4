import type { Messages } from '../i18n'
import type { NavGroup, NavItem } from '../ui'
import type { Access, Page } from './page'

/** The values of an address's parameters, by their names. */
export type Parameters = Readonly<Record<string, string | undefined>>

/** The address of a page; null when it needs more than the parameters at hand. */
function address(path: string, parameters: Parameters): string | null {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith('$') ? parameters[part.slice(1)] : part))
  return parts.includes(undefined) ? null : parts.join('/')
}

const isBelow = (here: string, href: string): boolean =>
  here === href || here.startsWith(`${href}/`)

/** The page of an address, the more exactly named one when two fit. */
export function pageAt(pages: readonly Page[], here: string): Page | undefined {
  const parts = here.split('/')
  const isNamed = (path: string): boolean => {
    const named = path.split('/')
    return (
      named.length === parts.length &&
      named.every((part, index) => part.startsWith('$') || part === parts[index])
    )
  }
  const fits = pages.filter(({ path, over = [] }) => [path, ...over].some(isNamed))
  const blanks = ({ path }: Page): number => path.split('/$').length
  return fits.sort((a, b) => blanks(a) - blanks(b))[0]
}

/**
 * The side navigation of a portal: its pages in their order, by groups. The page one is on, or
 * nearest below, is the current one.
 */
export function navigation(
  pages: readonly Page[],
  {
    access,
    parameters,
    here,
    text,
  }: {
    access: Access
    parameters: Parameters
    here: string
    text: Messages
  },
): NavGroup[] {
  const shown = pages.flatMap(({ path, title, nav }) => {
    const href = address(path, parameters)
    if (!nav || !href || nav.when?.(access) === false) return []
    const { icon, group, keys, keywords } = nav
    const more = { ...(keys && { keys }), ...(keywords && { keywords }) }
    return [{ label: title(text), href, icon, group: group?.(text), ...more }]
  })
  const current = shown
    .map(({ href }) => href)
    .filter((href) => isBelow(here, href))
    .reduce((longest, href) => (href.length > longest.length ? href : longest), '')
  const groups = new Map<string | undefined, NavItem[]>()
  for (const { group, ...item } of shown) {
    const items = groups.get(group) ?? []
    groups.set(group, [...items, { ...item, isCurrent: item.href === current }])
  }
  return [...groups].map(([label, items]) => ({ id: label ?? '', label, items }))
}
