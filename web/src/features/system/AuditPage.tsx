import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { Button, Card, EmptyState, Page as Frame, Inline, PageHead } from '../../ui'
import { ActionList } from './ActionList'
import { actions } from './queries'

/** What operators did on this server, a page at a time. */
export function Page() {
  const { audit: words } = useText().system
  const [from, goTo] = useState<string | null>(null)
  const { data } = useSuspenseQuery(actions(from))
  const next = data.continuationToken ?? null
  return (
    <Frame>
      <PageHead title={words.title} state={words.lead} />
      {data.data.length === 0 ? (
        <EmptyState kind="nothing" icon="list" title={words.empty} />
      ) : (
        <Card isFlush>
          <ActionList rows={data.data} />
        </Card>
      )}
      {next && (
        <Inline justify="end">
          <Button onPress={() => goTo(next)}>{words.more}</Button>
        </Inline>
      )}
    </Frame>
  )
}
