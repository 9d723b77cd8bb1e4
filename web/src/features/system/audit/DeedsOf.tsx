import { useQuery } from '@tanstack/react-query'
import { useText } from '../../../i18n'
import { EmptyState, ErrorState, Skeleton } from '../../../ui'
import { ActionList } from './ActionList'
import { deedsOf } from './queries'

/** What operators did to one thing last. */
export function DeedsOf({ subject }: { subject: string }) {
  const { audit: words } = useText().system
  const { data, error, refetch } = useQuery(deedsOf(subject))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton shape="rows" count={2} />
  if (data.length === 0) return <EmptyState kind="nothing" icon="list" title={words.none} isSmall />
  return <ActionList rows={data} isOfOne />
}
