import { useText } from '../../../i18n'
import { paths } from '../../../paths'
import { useGo } from '../../../session'
import { ConfirmDialog, Stack, Text, toast } from '../../../ui'
import { PeriodDialog } from './PeriodDialog'
import { type OrganizationView, useDeleteOrganization, useEnableOrganization } from './queries'
import { SeatsDialog } from './SeatsDialog'

export type Asked = 'seats' | 'period' | 'stop' | 'delete'

interface Props {
  data: OrganizationView
  onClose: () => void
}

const QUESTIONS = { seats: SeatsDialog, period: PeriodDialog, stop: Stop, delete: Delete }

/** Asks before an organization is changed, with what follows from it. */
export function OrganizationQuestion({ asked, ...rest }: Props & { asked: Asked }) {
  const Question = QUESTIONS[asked]
  return <Question {...rest} />
}

const peopleOf = ({ users }: OrganizationView) =>
  users.invited + users.accepted + users.confirmed + users.revoked

function Stop({ data, onClose }: Props) {
  const { organization: words } = useText().system
  const { mutateAsync } = useEnableOrganization(data.id)
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.stopTitle(data.name)}
      confirmLabel={words.stopIt}
      onConfirm={async () => {
        await mutateAsync(false)
        toast(words.stoppedNow(data.name))
      }}
    >
      <Stack gap="1">
        <Text>{words.stopWhy(peopleOf(data))}</Text>
        <Text tone="muted">{words.stopUndo}</Text>
      </Stack>
    </ConfirmDialog>
  )
}

function Delete({ data, onClose }: Props) {
  const { organization: words } = useText().system
  const { mutateAsync } = useDeleteOrganization(data.id)
  const go = useGo()
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.deleteTitle(data.name)}
      confirmLabel={words.delete}
      typed={data.name}
      onConfirm={async () => {
        await mutateAsync()
        toast(words.deleted)
        go(paths.system.organizations(), 'instead')
      }}
    >
      {words.deleteWhy(peopleOf(data))}
    </ConfirmDialog>
  )
}
