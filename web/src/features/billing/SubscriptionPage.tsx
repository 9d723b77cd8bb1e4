import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { useOrganization, useServerConfig } from '../../session'
import { EmptyState, Page as Frame, PageHead } from '../../ui'
import { CloudSubscription } from './CloudSubscription'
import { planName, seatsInWords } from './facts'
import { OwnSubscription } from './OwnSubscription'
import { subscription } from './queries'

const OWNER = 0

/** The subscription of an organization: what it pays for on the cloud, what it holds elsewhere. */
export function Page() {
  const { billing: words } = useText()
  const { type, name } = useOrganization()
  if (type === OWNER) return <Subscribed />
  return (
    <Frame>
      <PageHead title={words.title} context={name} />
      <EmptyState kind="notAllowed" title={words.noRight} />
    </Frame>
  )
}

function Subscribed() {
  const { billing: words } = useText()
  const format = useFormat()
  const { id, name } = useOrganization()
  const { selfHosted } = useServerConfig()
  const { data: row } = useSuspenseQuery(subscription(id))
  return (
    <Frame>
      <PageHead
        title={words.title}
        context={name}
        state={words.state(planName(row, words), seatsInWords(row, words, format))}
      />
      {selfHosted ? <OwnSubscription row={row} /> : <CloudSubscription row={row} />}
    </Frame>
  )
}
