import { useQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../../i18n'
import { ConfirmDialog, Stack, Text, toast } from '../../../ui'
import { type UserView, useDeleteUser, useEnableUser, user } from './queries'

export interface Asked {
  what: 'disable' | 'delete'
  id: string
}

interface Props {
  asked: Asked
  onClose: () => void
  onDeleted: () => void
}

/** Asks before an account is stopped or deleted, with what follows from it. */
export function UserQuestion({ asked, ...rest }: Props) {
  // the numbers in the question are those of now
  const { data } = useQuery({ ...user(asked.id), staleTime: 0 })
  if (!data) return null
  return asked.what === 'delete' ? (
    <Delete data={data} {...rest} />
  ) : (
    <Disable data={data} {...rest} />
  )
}

interface AboutProps extends Omit<Props, 'asked'> {
  data: UserView
}

function Disable({ data, onClose }: AboutProps) {
  const { users: words } = useText().system
  const { mutateAsync } = useEnableUser()
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.disableTitle(data.email)}
      confirmLabel={words.actions.disable}
      onConfirm={async () => {
        await mutateAsync({ id: data.id, enable: false })
        toast(words.disabledNow(data.email))
      }}
    >
      <Stack gap="1">
        <Text>{words.disableWhy(data.sessions)}</Text>
        <Text tone="muted">{words.disableUndo}</Text>
      </Stack>
    </ConfirmDialog>
  )
}

function Delete({ data, onClose, onDeleted }: AboutProps) {
  const { users: words } = useText().system
  const { list } = useFormat()
  const { mutateAsync } = useDeleteUser()
  const { organizations } = data
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.deleteTitle(data.email)}
      confirmLabel={words.actions.delete}
      typed={data.email}
      onConfirm={async () => {
        await mutateAsync(data.id)
        toast(words.deleted(data.email))
        onDeleted()
      }}
    >
      <Stack gap="1">
        <Text>{words.deleteWhy}</Text>
        {organizations.length > 0 && (
          <>
            <Text>
              {words.deletePlaces(
                list(organizations.map(({ name }) => name)),
                organizations.length,
              )}
            </Text>
            <Text tone="muted">{words.deleteOwner}</Text>
          </>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
