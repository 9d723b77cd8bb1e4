import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../../api'
import { useText } from '../../i18n'
import { organizationKeys } from '../../recovery/organizationKey'
import { PhraseOf } from '../../recovery/PhraseOf'
import { atField } from '../../session'
import { AuthCard, Button, Callout, Checkbox, ErrorState, Form, Skeleton, Text } from '../../ui'
import { acceptInvitation, type InvitationLink } from './invitation'

interface Props {
  link: InvitationLink
  /** What the organization is called. */
  name: string
  /** Whether it recovers the accounts of all its members. */
  recovers: boolean
  footer: ReactNode
  /** In place of it, once the person said yes. */
  done: ReactNode
}

/** Says yes to an invitation, and lets the organization recover the account where it demands that. */
export function AnswerInvitation({ link, name, recovers, footer, done }: Props) {
  const { front, session } = useText()
  const queries = useQueryClient()
  const { organizationId } = link
  const { data, error: noKey } = useQuery({
    ...organizationKeys([organizationId]),
    enabled: recovers,
  })
  const key = data?.[0] ?? null
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async (isAllowed: boolean) => {
      if (recovers && !(key && isAllowed)) throw atField('recovery', front.join.recoveryMissing)
      await acceptInvitation(link, recovers ? (key?.publicKey ?? null) : null)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profile'] }),
  })
  const isDone = isSuccess || (error instanceof ApiError && error.code === 'already_accepted')
  if (isDone) return done
  return (
    <AuthCard
      title={front.join.title(name)}
      lead={front.join.invites(name, link.email)}
      footer={footer}
    >
      <Text>{front.join.effect}</Text>
      <Form
        error={error}
        onSubmit={(values) => mutate(values.get('recovery') !== null)}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {front.join.submit(name)}
          </Button>
        }
      >
        {recovers && (
          <>
            <Callout tone="warn" title={front.join.recovery(name)}>
              {session.recovery.effect(name)}
            </Callout>
            {noKey && <ErrorState error={noKey} />}
            {!key && !noKey && <Skeleton />}
            {key && <PhraseOf organization={name} phrase={key.phrase} />}
            <Checkbox name="recovery" value="yes">
              {front.join.recoveryAllow}
            </Checkbox>
          </>
        )}
      </Form>
    </AuthCard>
  )
}
