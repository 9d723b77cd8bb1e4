import { useState } from 'react'
import { useText } from '../../i18n'
import { Dialog, Form, FormActions, RadioCards, toast } from '../../ui'
import { type Member, nameOf, useEditRole } from './queries'

const ROLES = ['2', '1', '0'] as const

interface Props {
  organization: string
  member: Member
  onClose: () => void
}

/** Gives a member another role. */
export function EditRoleDialog({ organization, member, onClose }: Props) {
  const { common, members } = useText()
  const { edit: words, invite, role, roleHelp } = members
  const [type, setType] = useState<string>(String(member.type))
  const { mutate, error, isPending } = useEditRole(organization)
  const title = words.title(nameOf(member))
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={() =>
          mutate(
            { id: member.id, type: Number(type) },
            {
              onSuccess: () => {
                toast(words.done)
                onClose()
              },
            },
          )
        }
        actions={
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
        }
      >
        <RadioCards
          label={invite.role}
          value={type}
          onChange={setType}
          options={ROLES.map((value) => ({
            value,
            title: role[Number(value)] ?? value,
            description: roleHelp[Number(value)],
          }))}
        />
      </Form>
    </Dialog>
  )
}
