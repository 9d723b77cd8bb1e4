import { useQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import {
  Button,
  Callout,
  Dialog,
  ErrorState,
  FingerprintPhrase,
  Skeleton,
  Stack,
  Text,
  toast,
  useErrorWords,
} from '../../ui'
import { candidates, type Member, nameOf, useConfirm } from './queries'

interface Props {
  organization: string
  members: readonly Member[]
  onClose: () => void
}

/** Shows whose key it is that the organization's key is wrapped for, and confirms them. */
export function ConfirmMembersDialog({ organization, members, onClose }: Props) {
  const { common, members: text } = useText()
  const { confirm: words } = text
  const errorWords = useErrorWords()
  const ids = members.map(({ id }) => id)
  const { data, error } = useQuery(candidates(organization, ids))
  const confirming = useConfirm(organization)
  const [only] = members
  const named = (id: string) => {
    const member = members.find((one) => one.id === id)
    return member ? nameOf(member) : id
  }
  const refused = confirming.data ? [...confirming.data] : []
  const submit = () =>
    confirming.mutate(data ?? [], {
      onSuccess: (refusals) => {
        toast(words.done((data?.length ?? 0) - refusals.size))
        if (refusals.size === 0) onClose()
      },
    })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isBusy={confirming.isPending}
      size="large"
      title={only && members.length === 1 ? words.title(nameOf(only)) : words.many(members.length)}
      actions={
        <>
          <Button onPress={onClose}>{common.actions.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!data || data.length === 0}
            isPending={confirming.isPending}
            onPress={submit}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      <Stack>
        <Text>{words.why}</Text>
        <Text tone="muted">{words.theyFind}</Text>
        {error ? (
          <ErrorState error={error} />
        ) : !data ? (
          <Skeleton />
        ) : (
          data.map(({ id, phrase }) => (
            <Stack key={id} gap="1">
              <Text isStrong>{named(id)}</Text>
              <FingerprintPhrase phrase={phrase} />
            </Stack>
          ))
        )}
        {confirming.error && <Callout tone="bad">{errorWords(confirming.error).what}</Callout>}
        {refused.length > 0 && (
          <Callout tone="bad" title={words.failed}>
            {refused.map(([id, why]) => (
              <Text key={id}>
                {named(id)}: {why}
              </Text>
            ))}
          </Callout>
        )}
      </Stack>
    </Dialog>
  )
}
