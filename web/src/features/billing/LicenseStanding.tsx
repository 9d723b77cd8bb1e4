import { useFormat, useText } from '../../i18n'
import { Callout } from '../../ui'
import type { Standing } from './facts'

/** A warning when the licence nears its end or has passed it; nothing otherwise. */
export function LicenseStanding({ standing }: { standing: Standing }) {
  const { billing: words } = useText()
  const { date } = useFormat()
  switch (standing.kind) {
    case 'soon':
      return <Callout tone="warn">{words.soon(standing.days)}</Callout>
    case 'grace':
      return (
        <Callout tone="warn">{words.inGrace(date(standing.expired), date(standing.end))}</Callout>
      )
    case 'readOnly':
      return <Callout tone="bad">{words.readOnly(date(standing.expired))}</Callout>
    default:
      return null
  }
}
