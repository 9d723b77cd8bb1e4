import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import { organizationKeys } from '../../recovery/organizationKey'
import { PhraseOf } from '../../recovery/PhraseOf'
import { atField } from '../../session'
import { Callout, Checkbox, ErrorState, Skeleton, Stack, Text, toast } from '../../ui'
import { enrol, type Member, withdraw } from './recovery'

interface Props {
  member: Member
  onClose: () => void
}

/** Says what administrators can do then, and whose key it is, before the master password. */
export function EnrolDialog({ member, onClose }: Props) {
  const { session, settings } = useText()
  const words = settings.organizations
  const queries = useQueryClient()
  const { data, error } = useQuery(organizationKeys([member.id]))
  const key = data?.[0]
  return (
    <ProofDialog
      isOpen
      onOpenChange={onClose}
      title={words.enrolTitle(member.name)}
      submit={words.enrol}
      check={(values) => {
        if (!key || values.get('compared') === null)
          throw atField('compared', session.recovery.compareFirst)
      }}
      onProven={async (hash) => {
        await enrol(member, key?.publicKey ?? '', hash)
        await queries.invalidateQueries({ queryKey: ['profile'] })
        toast(words.enrolDone)
      }}
    >
      <Callout tone="warn">{session.recovery.effect(member.name)}</Callout>
      {error && <ErrorState error={error} />}
      {!key && !error && <Skeleton />}
      {key && (
        <Stack>
          <PhraseOf organization={member.name} phrase={key.phrase} />
          <Checkbox name="compared" value="yes">
            {session.recovery.compared}
          </Checkbox>
        </Stack>
      )}
    </ProofDialog>
  )
}

/** Takes it back. */
export function WithdrawDialog({ member, onClose }: Props) {
  const { settings } = useText()
  const words = settings.organizations
  const queries = useQueryClient()
  return (
    <ProofDialog
      isOpen
      onOpenChange={onClose}
      title={words.withdrawTitle(member.name)}
      submit={words.withdraw}
      onProven={async (hash) => {
        await withdraw(member, hash)
        await queries.invalidateQueries({ queryKey: ['profile'] })
        toast(words.withdrawDone)
      }}
    >
      <Text>{words.withdrawEffect}</Text>
    </ProofDialog>
  )
}
