import { useMemo } from 'react'
import { useText } from '../../i18n'
import { useProfile } from '../../session'
import { Page as Frame } from '../../ui'
import { EventTable } from './EventTable'

/** What happened to the person's own account. */
export function Page() {
  const { own: words } = useText().events
  const { id, name, email } = useProfile()
  const names = useMemo(
    () => ({ person: new Map([[id, name || email]]), member: new Map(), policy: new Map() }),
    [id, name, email],
  )
  return (
    <Frame width="full">
      <EventTable names={names} title={words.title} lead={words.lead} />
    </Frame>
  )
}
