import { useText } from '../i18n'
import { FingerprintPhrase, Stack, Text } from '../ui'

interface Props {
  organization: string
  phrase: string
}

/** The words an organization's key is known by, to be compared before it is trusted. */
export function PhraseOf({ organization, phrase }: Props) {
  const words = useText().session.recovery
  return (
    <Stack gap="1">
      <Text isStrong>{words.phraseOf(organization)}</Text>
      <FingerprintPhrase phrase={phrase} />
      <Text tone="muted" size="small">
        {words.compare}
      </Text>
    </Stack>
  )
}
