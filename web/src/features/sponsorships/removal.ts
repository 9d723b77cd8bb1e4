import type { Format, Messages } from '../../i18n'
import type { Sponsorship } from './queries'

/** What taking `row` back means, in words. */
export function removalOf(
  row: Sponsorship,
  selfHosted: boolean,
  { removal: words }: Messages['sponsorships'],
  format: Format,
): string {
  const { recipientEmail, validUntil } = row
  const consequence =
    row.status !== 'active'
      ? words.ofOpen(recipientEmail)
      : validUntil
        ? words.ofActive(recipientEmail, format.date(validUntil))
        : words.ofActiveSomeDay(recipientEmail)
  return selfHosted ? `${consequence} ${words.onNextSync}` : consequence
}
