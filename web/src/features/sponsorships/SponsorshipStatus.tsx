import { useFormat, useText } from '../../i18n'
import { Link, Stack, Status, Text } from '../../ui'
import type { Sponsorship } from './queries'
import { told, waitsForSync } from './status'

interface Props {
  row: Sponsorship
  /** Where the sync is seen, for those who may. */
  syncHref?: string | undefined
}

/** The state of a sponsorship, since when, and what happens next. */
export function SponsorshipStatus({ row, syncHref }: Props) {
  const text = useText()
  const { tone, word, since, why, next } = told(row, text, useFormat())
  return (
    <Stack gap="half">
      <Status tone={tone}>{word}</Status>
      <Text size="small" tone="muted">
        {since} {why} {next}
        {waitsForSync(row) && syncHref && (
          <>
            {' '}
            <Link href={syncHref}>{text.sponsorships.actions.seeSync}</Link>
          </>
        )}
      </Text>
    </Stack>
  )
}
