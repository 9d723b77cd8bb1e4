import { useQuery } from '@tanstack/react-query'
import { useText } from '../i18n'
import { Card, ErrorState, FingerprintPhrase, Skeleton } from '../ui'
import { organizationKeys } from './organizationKey'

/** The words members compare before they hand the organization the key of their account. */
export function OrganizationPhrase({ id }: { id: string }) {
  const words = useText().session.recovery
  const { data, error } = useQuery(organizationKeys([id]))
  const phrase = data?.[0]?.phrase
  return (
    <Card title={words.card} description={words.cardAbout}>
      {error && <ErrorState error={error} />}
      {phrase === undefined && !error && <Skeleton />}
      {phrase !== undefined && <FingerprintPhrase phrase={phrase} />}
    </Card>
  )
}
