import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { Dialog, Form, FormActions, RadioCards, TextArea, toast } from '../../ui'
import { useInvite } from './queries'

/** The most addresses one invitation takes. */
const MOST = 20
const ROLES = ['2', '1', '0'] as const
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/

interface Props {
  organization: string
  onClose: () => void
}

/** Invites people by mail. */
export function InviteDialog({ organization, onClose }: Props) {
  const { members } = useText()
  const { invite: words, role, roleHelp } = members
  const { list } = useFormat()
  const [typed, setTyped] = useState('')
  const [type, setType] = useState<(typeof ROLES)[number]>('2')
  const { mutate, error, isPending } = useInvite(organization)
  const entries = [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]
  const malformed = entries.filter((entry) => !ADDRESS.test(entry))
  const problem =
    entries.length > MOST
      ? words.tooMany
      : malformed.length > 0
        ? words.malformed(list(malformed.slice(0, 5)))
        : undefined
  const [insists, setInsists] = useState(false)

  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={words.title}>
      <Form
        aria-label={words.title}
        error={error}
        onSubmit={() => {
          if (problem) return setInsists(true)
          mutate(
            { emails: entries, type: Number(type) },
            {
              onSuccess: () => {
                toast(words.done(entries.length))
                onClose()
              },
            },
          )
        }}
        actions={
          <FormActions
            submit={words.submit(entries.length)}
            isPending={isPending}
            onCancel={onClose}
          />
        }
      >
        <TextArea
          name="emails"
          label={words.addresses}
          description={words.help}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setInsists(false)
          }}
          errorMessage={insists ? problem : undefined}
          rows={3}
          isRequired
          autoFocus
        />
        <RadioCards
          label={words.role}
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
