import { useQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import { type OrganizationKey, organizationKeys } from '../../recovery/organizationKey'
import { PhraseOf } from '../../recovery/PhraseOf'
import { atField, type Organization, useProfile } from '../../session'
import { Callout, Checkbox, ErrorState, Skeleton, Stack, TextField } from '../../ui'

interface Props {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onProven: (order: {
    password: string
    hint: string | null
    recoveries: readonly OrganizationKey[]
  }) => void
}

const CONFIRMED = 2

/** Says what another key of the account means, and asks for the master password. */
export function RotateKeyDialog({ isOpen, onOpenChange, onProven }: Props) {
  const { session, settings } = useText()
  const { organizations } = useProfile()
  const words = settings.rotation
  const enrolled = organizations.filter(
    ({ status, resetPasswordEnrolled }) => status === CONFIRMED && resetPasswordEnrolled,
  )
  const { data: keys, error } = useQuery({
    ...organizationKeys(enrolled.map(({ id }) => id)),
    enabled: isOpen,
  })
  return (
    <ProofDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={words.askTitle}
      submit={words.submit}
      tone="danger"
      check={(values) => {
        const isCompared = keys !== undefined && values.get('compared') !== null
        if (enrolled.length > 0 && !isCompared)
          throw atField('compared', session.recovery.compareFirst)
      }}
      onProven={async (_, values) =>
        onProven({
          password: String(values.get('current')),
          hint: String(values.get('hint')).trim() || null,
          recoveries: keys ?? [],
        })
      }
    >
      <Callout tone="warn" title={words.consequences}>
        <ul>
          <li>{words.when}</li>
          <li>{words.everywhere}</li>
          <li>{words.stays}</li>
          <li>{words.backups}</li>
        </ul>
      </Callout>
      {enrolled.length > 0 && (
        <Holders organizations={enrolled} keys={keys ?? null} error={error} />
      )}
      <TextField
        label={words.hint}
        name="hint"
        description={words.hintHelp}
        maxLength={50}
        autoComplete="off"
      />
    </ProofDialog>
  )
}

interface HoldersProps {
  organizations: readonly Organization[]
  keys: readonly OrganizationKey[] | null
  error: unknown
}

/** Who else is given the new key, by the words to compare. */
function Holders({ organizations, keys, error }: HoldersProps) {
  const { session } = useText()
  if (error) return <ErrorState error={error} />
  if (!keys) return <Skeleton />
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.name ?? id
  return (
    <Stack>
      {keys.map(({ organizationId, phrase }) => (
        <PhraseOf key={organizationId} organization={nameOf(organizationId)} phrase={phrase} />
      ))}
      <Checkbox name="compared" value="yes">
        {session.recovery.compared}
      </Checkbox>
    </Stack>
  )
}
