import { useCallback } from 'react'
import { EventTable } from '../../events/EventTable'
import { useText } from '../../i18n'
import { useProfile } from '../../session'
import { Page as Frame, PageHead } from '../../ui'
import { own } from './queries'

/** What happened to the person's own account. */
export function Page() {
  const { own: words } = useText().events
  const { id, name, email } = useProfile()
  const names = useCallback(
    () => ({ person: new Map([[id, name || email]]), member: new Map(), policy: new Map() }),
    [id, name, email],
  )
  return (
    <Frame width="full">
      <EventTable
        id="own-events"
        log={own}
        namesIn={names}
        title={words.title}
        head={(_, refresh) => <PageHead title={words.title} state={words.lead} action={refresh} />}
      />
    </Frame>
  )
}
