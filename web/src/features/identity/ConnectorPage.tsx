import { useParams } from '@tanstack/react-router'
import { type Messages, useText } from '../../i18n'
import { paths } from '../../paths'
import { AuthCard, ButtonLink, Callout, Stack, Text } from '../../ui'

/** What some page that clients open would do, had this server the capability. */
type Missing = keyof Messages['front']['connector']['missing']

const isMissing = (kind: string, words: Record<Missing, string>): kind is Missing =>
  Object.hasOwn(words, kind)

/** In place of a page that clients of the protocol open for what this server cannot do yet. */
export function Page() {
  const words = useText().front.connector
  const { kind = '' } = useParams({ strict: false })
  return (
    <AuthCard title={words.title}>
      <Stack>
        <Callout tone="info">
          {isMissing(kind, words.missing) ? words.missing[kind] : words.unknown}
        </Callout>
        <Text>{words.instead}</Text>
        <ButtonLink href={paths.front.login()} size="wide">
          {words.logIn}
        </ButtonLink>
      </Stack>
    </AuthCard>
  )
}
