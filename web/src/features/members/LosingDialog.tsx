import { useFormat, useText } from '../../i18n'
import { ConfirmDialog, Stack, Text, toast } from '../../ui'
import { type Member, nameOf, useRemove, useRevoke } from './queries'

interface Props {
  organization: string
  what: 'revoke' | 'remove'
  members: readonly Member[]
  onClose: () => void
}

/** Asks before members lose the organization, for a while or for good. */
export function LosingDialog({ organization, what, members, onClose }: Props) {
  const { members: text } = useText()
  const { list } = useFormat()
  const revoke = useRevoke(organization)
  const remove = useRemove(organization)
  const words = text[what]
  const names = members.slice(0, 10).map(nameOf)
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.title(members.length)}
      confirmLabel={text.actions[what]}
      onConfirm={async () => {
        const act = what === 'revoke' ? revoke : remove
        const refused = await act.mutateAsync(members.map(({ id }) => id))
        const [why] = refused.values()
        if (why) throw new Error(why)
        toast(words.done)
      }}
    >
      <Stack>
        <Text isStrong>{list(members.length > 10 ? [...names, '…'] : names)}</Text>
        <Text>{words.why}</Text>
      </Stack>
    </ConfirmDialog>
  )
}
