import type { Format, Messages } from '../../i18n'
import { paths } from '../../paths'
import type { Organization, Profile } from '../../session'
import type { Tone } from '../../ui'

/** Something that needs the person. */
export interface Attention {
  id: string
  tone: Tone
  title: string
  why: string
  /** Where it is seen to; without it there is nothing to do but wait. */
  action?: { label: string; href: string }
}

/** What is known beyond the profile. */
export interface Facts {
  /** Whether the key derivation costs less to guess than recommended. */
  isDerivationLow: boolean
  /** How many wait to be confirmed, by organization. */
  waiting: ReadonlyMap<string, number>
  /** When licences end, by organization. */
  licenses: ReadonlyMap<string, { ends: string; until: string }>
  now: Date
}

/** The protocol's number of a member who accepted and is not confirmed. */
const ACCEPTED = 1
/** How long before its end a licence is worth a word. */
const AHEAD = 30 * 86_400_000

type Who = Pick<Profile, 'organizations' | 'twoFactorEnabled' | 'unreadable'>

/** Everything that needs the person, the most urgent first. */
export function attention(
  { organizations, twoFactorEnabled, unreadable }: Who,
  facts: Facts,
  text: Messages,
  format: Format,
): Attention[] {
  const { home: words } = text.settings
  const found: Attention[] = []
  for (const organization of organizations)
    found.push(...ofOrganization(organization, facts, words, format))
  for (const { id } of unreadable) {
    const name = organizations.find((one) => one.id === id)?.name
    if (name)
      found.push({
        id: `unreadable.${id}`,
        tone: 'bad',
        title: words.unreadable(name),
        why: words.unreadableWhy,
      })
  }
  if (!twoFactorEnabled)
    found.push({
      id: 'twoStep',
      tone: 'warn',
      title: words.twoStep,
      why: words.twoStepWhy,
      action: { label: words.twoStepAction, href: paths.settings.twoStep() },
    })
  if (facts.isDerivationLow)
    found.push({
      id: 'derivation',
      tone: 'warn',
      title: words.derivation,
      why: words.derivationWhy,
      action: { label: words.derivationAction, href: paths.settings.security() },
    })
  const urgency: readonly Tone[] = ['bad', 'warn', 'waiting', 'info']
  return found.sort((a, b) => urgency.indexOf(a.tone) - urgency.indexOf(b.tone))
}

function ofOrganization(
  { id, name, enabled, status }: Organization,
  { waiting, licenses, now }: Facts,
  words: Messages['settings']['home'],
  { relative, date }: Format,
): Attention[] {
  if (status === ACCEPTED)
    return [{ id: `own.${id}`, tone: 'waiting', title: words.waiting(name), why: words.waitingWhy }]
  const subscription = { label: words.disabledAction, href: paths.organization.subscription(id) }
  const found: Attention[] = []
  if (!enabled)
    found.push({
      id: `disabled.${id}`,
      tone: 'bad',
      title: words.disabled(name),
      why: words.disabledWhy,
      action: subscription,
    })
  const license = enabled ? licenses.get(id) : undefined
  if (license) {
    const left = new Date(license.ends).getTime() - now.getTime()
    const when = relative(license.ends, now)
    if (left <= 0)
      found.push({
        id: `license.${id}`,
        tone: 'bad',
        title: words.expired(name, when),
        why: words.expiredWhy(date(license.until)),
        action: subscription,
      })
    else if (left <= AHEAD)
      found.push({
        id: `license.${id}`,
        tone: 'warn',
        title: words.expires(name, when),
        why: words.expiresWhy,
        action: subscription,
      })
  }
  const people = waiting.get(id) ?? 0
  if (people > 0)
    found.push({
      id: `waiting.${id}`,
      tone: 'waiting',
      title: words.toConfirm(people, name),
      why: words.toConfirmWhy,
      action: { label: words.toConfirmAction, href: paths.organization.members(id) },
    })
  return found
}
