import type { Format, Messages } from '../../../i18n'
import { paths } from '../../../paths'
import type { Tone } from '../../../ui'
import type { Finding } from './queries'

type State = 'ok' | 'warn' | 'fail'

export const TONES: Record<State, Tone> = { ok: 'ok', warn: 'warn', fail: 'bad' }

export const stateOf = ({ state }: Pick<Finding, 'state'>): State =>
  state === 'ok' || state === 'warn' ? state : 'fail'

/** What a finding speaks of, as people read it. */
function values({ values: said }: Finding, text: Messages, format: Format) {
  const { health, queue } = text.system
  const names = said.names?.split(', ').map((name) => queue.kinds[name] ?? name)
  return {
    ...said,
    ...(said.total && { share: health.share(Number(said.free ?? 0), Number(said.total)) }),
    ...(said.until && { until: format.dateTime(said.until) }),
    ...(names && { names: format.list(names) }),
  }
}

/** What was found, in words; in the server's where this app has none of its own. */
export function foundInWords(finding: Finding, text: Messages, format: Format): string {
  const { fine, found } = text.system.health
  const { check, code, detail } = finding
  const say = code === 'ok' ? fine[check] : found[code]
  return say ? say(values(finding, text, format)) : detail
}

/** What to do about it; null when there is nothing to do. */
export function cureInWords(finding: Finding, text: Messages): string | null {
  const { code, cure, values: said } = finding
  const { cures, regionCure } = text.system.health
  if (code === 'ok') return null
  if (code === 'region_differs') return regionCure(said.there ?? '', said.here ?? '')
  return cures[code] ?? text.licensing.cure[code] ?? cure ?? null
}

/** The page on which it can be mended, if there is one. */
export function pageOf({ check, code }: Finding): string | null {
  if (code === 'ok') return null
  if (code === 'jobs_given_up') return paths.system.jobsGivenUp()
  if (code === 'mail_given_up') return paths.system.mailIn('givenUp')
  if (code === 'mail_off') return paths.system.mailIn('kept')
  if (check === 'reached') return paths.system.egress()
  return null
}

const WORST: readonly State[] = ['fail', 'warn', 'ok']

/** The worst first, else as they came. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => WORST.indexOf(stateOf(a)) - WORST.indexOf(stateOf(b)))
