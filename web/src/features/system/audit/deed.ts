import type { Format, Messages } from '../../../i18n'
import { paths } from '../../../paths'
import type { Deed } from './queries'

type Words = Messages['system']['audit']

/** What was done, in words; the word of the log where none is known. */
export const actOf = ({ action }: Deed, { acts }: Words): string => acts[action] ?? action

export const whoOf = ({ operator }: Deed, { machine }: Words): string => operator ?? machine

/** What it was done to, as people know it. */
export function targetOf({ action, subject, subjectId }: Deed, { system }: Messages): string {
  const isJob = action.startsWith('job.') && subject != null
  return (isJob && system.queue.kinds[subject]) || (subject ?? subjectId ?? '')
}

/** The server a licence was made for. */
export const madeFor = ({ action, newValue }: Deed): string | null =>
  action === 'license.generate' ? (newValue ?? null) : null

/** Where it is still to be seen, unless it was deleted. */
export function pageOf({ action, subjectId }: Deed): string | null {
  if (!subjectId || action.endsWith('.delete')) return null
  if (action.startsWith('organization.') || action === 'license.generate')
    return paths.system.organization(subjectId)
  if (action.startsWith('user.')) return paths.system.user(subjectId)
  return null
}

/** A value as people read it: moments by their date, seats as numbers, features by name, the rest as it was written. */
function inWords(value: string, { action }: Deed, { common, system }: Messages, format: Format) {
  if (action === 'organization.grant') {
    const [feature = '', has] = value.split(': ')
    const name = system.features[feature] ?? feature
    return system.audit.feature(name, has === 'true' ? common.yes : common.no)
  }
  if (action === 'organization.seats')
    return /^\d+$/.test(value) ? format.number(Number(value)) : value
  if (action !== 'organization.period') return value
  return Number.isNaN(Date.parse(value)) ? value : format.dateTime(value)
}

/** What was before and what is since; null when nothing of it was written down. */
export function changeOf(
  deed: Deed,
  text: Messages,
  format: Format,
): { before: string | null; after: string | null } | null {
  const { oldValue, newValue } = deed
  if ((oldValue == null && newValue == null) || madeFor(deed)) return null
  const said = (value: string | null | undefined) =>
    value == null ? null : inWords(value, deed, text, format)
  return { before: said(oldValue), after: said(newValue) }
}

/** The same in a line; empty when there is nothing to say. */
export function changeInWords(deed: Deed, text: Messages, format: Format): string {
  const { common, system } = text
  const server = madeFor(deed)
  if (server) return system.audit.madeFor(server)
  const change = changeOf(deed, text, format)
  return change
    ? system.audit.became(change.before ?? common.none, change.after ?? common.none)
    : ''
}
