import { deviceKind } from '../deviceKind'
import type { Messages } from '../i18n'
import type { Event } from './log'

/** What ids stand for, as far as is known here. */
export interface Names {
  /** People, by the ids of their accounts. */
  person: ReadonlyMap<string, string>
  /** The same, by the ids of their memberships. */
  member: ReadonlyMap<string, string>
  /** Kinds of policies, by the ids of policies. */
  policy: ReadonlyMap<string, number>
  /** Who runs self-hosted servers, by the ids of installations; for whoever may know. */
  installation?: ReadonlyMap<string, string>
}

export type Area = keyof Messages['events']['area']

/** An event in words. */
export interface Line {
  id: string
  at: Date
  who: string
  what: string
  area: Area
  device: string
  address: string
  /** The whole id of the item, collection, group or policy it is about. */
  subject: string
}

const AREAS: readonly (readonly [from: number, to: number, area: Area])[] = [
  [1000, 1099, 'account'],
  [1100, 1199, 'items'],
  [1300, 1399, 'collections'],
  [1400, 1499, 'groups'],
  [1500, 1599, 'members'],
  [1608, 1608, 'sponsorships'],
  [1600, 1699, 'organization'],
  [1700, 1799, 'policies'],
  [2400, 2499, 'phishing'],
  [9000, 9009, 'sponsorships'],
  [9010, 9019, 'keys'],
  [9020, 9049, 'licences'],
  [9050, 9059, 'sponsorships'],
]

/** What an event of that number is about. */
const areaOf = (number: number): Area =>
  AREAS.find(([from, to]) => from <= number && number <= to)?.[2] ?? 'other'

/** Enough of an id to tell things apart by. */
const short = (id: string): string => id.slice(0, 8)

/** Who did it; null when the log does not say. */
function doer(event: Event, names: Names, { who: words }: Messages['events']): string | null {
  const { actingUserId, systemUser, installationId } = event
  if (actingUserId) return names.person.get(actingUserId) ?? words.former
  if (installationId) {
    const runner = names.installation?.get(installationId)
    return runner ? words.serverOf(runner) : words.installation(short(installationId))
  }
  if (systemUser) return words.system[systemUser] ?? words.server
  return null
}

const subjectOf = ({ cipherId, collectionId, groupId, policyId }: Event): string =>
  cipherId ?? collectionId ?? groupId ?? policyId ?? ''

/** What it was done to, as a sentence names it; nothing where no sentence does. */
function object(event: Event, area: Area, names: Names, text: Messages): string {
  const { what: words } = text.events
  const { organizationUserId: member } = event
  const id = subjectOf(event)
  const named = (one: (id: string) => string, some: string) => (id ? one(short(id)) : some)
  switch (area) {
    case 'items':
      return named(words.item, words.anItem)
    case 'collections':
      return named(words.collection, words.aCollection)
    case 'groups':
      return named(words.group, words.aGroup)
    case 'members':
      return (member && names.member.get(member)) || words.formerMember
    case 'policies': {
      const name = text.organizations.policies.name[names.policy.get(id) ?? -1]
      return name ? words.policy(name) : words.aPolicy
    }
    default:
      return ''
  }
}

/** An event in words; `id` tells it apart in its list, for events have none of their own. */
export function tell(event: Event, id: string, names: Names, text: Messages): Line {
  const { events: words } = text
  const area = areaOf(event.type)
  const who = doer(event, names, words)
  const acting = who ?? words.who.somebody
  const told = words.told[event.type]
  return {
    id,
    at: new Date(event.date),
    who: who ?? words.who.unsaid,
    what: told
      ? told(acting, object(event, area, names, text))
      : words.unknown(acting, String(event.type)),
    area,
    device: event.deviceType == null ? '' : deviceKind(event.deviceType, text),
    address: event.ipAddress ?? '',
    subject: subjectOf(event),
  }
}
