import type { Format, Messages } from '../../i18n'
import { paths } from '../../paths'
import { foundInWords, pageOf, stateOf } from './health/finding'
import type { Finding } from './health/queries'
import type { HeldLicense } from './licenses/queries'
import { inWords, standing, TONES } from './licenses/standing'
import type { OrganizationLine } from './organizations/queries'
import type { Overview } from './queries'

/** Something only the operator can mend, and where. */
export interface Need {
  id: string
  tone: 'warn' | 'bad'
  say: string
  /** Where it can be mended, and what that is called. */
  to: string
  at: string
}

interface Found {
  overview: Overview
  licenses: readonly HeldLicense[]
  organizations: readonly OrganizationLine[]
  findings: readonly Finding[]
}

/** So many of a kind are named one by one; the rest is counted. */
const NAMED = 5

/** What needs the operator, the worst first. */
export function needs(found: Found, text: Messages, format: Format, now = Date.now()): Need[] {
  const all = [
    ...health(found, text, format),
    ...syncs(found, text, format),
    ...licenses(found, text, now),
    ...queues(found.overview, text),
  ]
  return [...all.filter(({ tone }) => tone === 'bad'), ...all.filter(({ tone }) => tone === 'warn')]
}

/** Checks whose findings stand among the queues already. */
const COUNTED = ['jobs', 'mail']

function health({ findings }: Found, text: Messages, format: Format): Need[] {
  const { overview: words, health: names } = text.system
  return findings
    .filter((finding) => stateOf(finding) !== 'ok' && !COUNTED.includes(finding.check))
    .map((finding) => ({
      id: `health ${finding.check}`,
      tone: stateOf(finding) === 'fail' ? ('bad' as const) : ('warn' as const),
      say: words.healthNeeds(
        names.checks[finding.check] ?? finding.check,
        foundInWords(finding, text, format),
      ),
      to: pageOf(finding) ?? paths.system.health(),
      at: words.look.health,
    }))
}

function syncs({ organizations }: Found, text: Messages, { relative }: Format): Need[] {
  const { overview: words } = text.system
  const failing = organizations
    .filter(({ syncFailures }) => syncFailures > 0)
    .toSorted((a, b) => b.syncFailures - a.syncFailures)
  const named = failing.slice(0, NAMED).map(({ id, name, syncFailures, lastSync }) => ({
    id: `sync ${id}`,
    tone: 'bad' as const,
    say: words.syncFails(name, syncFailures, lastSync ? relative(lastSync) : null),
    to: paths.system.connections(id),
    at: words.look.sync,
  }))
  const rest = failing.length - named.length
  if (rest === 0) return named
  const to = paths.system.organizations()
  const more = { id: 'syncs', tone: 'bad' as const, say: words.moreSyncs(rest), to }
  return [...named, { ...more, at: words.look.organizations }]
}

function licenses(found: Found, text: Messages, now: number): Need[] {
  const { overview: words, licenses: names } = text.system
  const needy = found.licenses
    .map((license) => ({ license, it: standing(license, now) }))
    .filter(({ it }) => it.kind !== 'ok')
  const toneOf = (tone: string) => (tone === 'bad' ? 'bad' : 'warn')
  const named = needy.slice(0, NAMED).map(({ license, it }) => ({
    id: `license ${license.organizationId}`,
    tone: toneOf(TONES[it.kind]) as Need['tone'],
    say: words.licenseNeeds(license.organizationName, inWords(it, names)),
    to: paths.system.organizationLicense(license.organizationId),
    at: words.look.license,
  }))
  const rest = needy.length - named.length
  if (rest === 0) return named
  const more = { id: 'licenses', tone: 'warn' as const, say: words.moreLicenses(rest) }
  return [...named, { ...more, to: paths.system.licenses(), at: words.look.licenses }]
}

function queues({ jobs, mails }: Overview, text: Messages): Need[] {
  const { overview: words } = text.system
  const { look } = words
  const found = [
    {
      n: jobs.givenUp ?? 0,
      id: 'jobs',
      say: words.jobsGivenUp,
      to: paths.system.jobsGivenUp(),
      at: look.jobs,
    },
    {
      n: mails.givenUp ?? 0,
      id: 'mails given up',
      say: words.mailsGivenUp,
      to: paths.system.mailIn('givenUp'),
      at: look.mails,
    },
    {
      n: mails.kept ?? 0,
      id: 'mails kept',
      say: words.mailsKept,
      to: paths.system.mailIn('kept'),
      at: look.mails,
    },
  ]
  return found
    .filter(({ n }) => n > 0)
    .map(({ n, say, ...rest }) => ({ tone: 'warn' as const, say: say(n), ...rest }))
}
