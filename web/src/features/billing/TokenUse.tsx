import { useFormat, useText } from '../../i18n'
import { Callout, Stack, Text } from '../../ui'
import type { KeyFacts } from './queries'

const DAY = 86_400_000

/** Who used the billing sync token last; a warning when it was rotated and not used since. */
export function TokenUse({ token }: { token: KeyFacts }) {
  const { billing } = useText()
  const { token: words } = billing
  const { relative, dateTime } = useFormat()
  const { lastUsedDate, lastUsedBy, revisionDate, previousValidUntil } = token
  // The key before may still be in use: its use is older than the new key.
  const isUnused = !lastUsedDate || lastUsedDate < revisionDate
  const days = Math.floor((Date.now() - Date.parse(revisionDate)) / DAY)
  return (
    <Stack gap="1">
      <Text size="small" tone="muted">
        {!lastUsedDate
          ? words.neverUsed
          : lastUsedBy
            ? words.lastUsed(relative(lastUsedDate), lastUsedBy)
            : words.lastUsedUnknown(relative(lastUsedDate))}
      </Text>
      {lastUsedDate && isUnused && (
        <Callout tone="warn">
          {days > 0 ? words.rotated(days) : words.rotatedToday}{' '}
          {previousValidUntil && words.previousUntil(dateTime(previousValidUntil))}
        </Callout>
      )}
    </Stack>
  )
}
