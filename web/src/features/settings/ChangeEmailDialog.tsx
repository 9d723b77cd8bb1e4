import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api'
import { useText } from '../../i18n'
import {
  atField,
  changeEmail,
  type EmailChange,
  prepareEmailChange,
  useProfile,
} from '../../session'
import { Callout, Dialog, Form, FormActions, PasswordField, Text, TextField } from '../../ui'
import { MailedCode } from './MailedCode'

interface Props {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Changes the mail address: the new one and the master password first, then the mailed code. */
export function ChangeEmailDialog({ isOpen, onOpenChange }: Props) {
  // what was typed or went wrong belongs to one opening
  return isOpen ? <Asked onClose={() => onOpenChange(false)} /> : null
}

/** An address, and what the server found wrong with it behind the code. */
interface Wanted {
  email: string
  problem: ApiError | null
}

function Asked({ onClose }: { onClose: () => void }) {
  const { settings } = useText()
  const [change, setChange] = useState<EmailChange | null>(null)
  const [wanted, setWanted] = useState<Wanted>({ email: '', problem: null })
  return (
    <Dialog isOpen title={settings.changeEmail.title} size="small" onOpenChange={onClose}>
      {change ? (
        <Code
          change={change}
          onBack={(problem) => {
            setWanted({ email: change.newEmail, problem })
            setChange(null)
          }}
        />
      ) : (
        <Address wanted={wanted} onPrepared={setChange} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface AddressProps {
  wanted: Wanted
  onPrepared: (change: EmailChange) => void
  onClose: () => void
}

function Address({ wanted, onPrepared, onClose }: AddressProps) {
  const { settings } = useText()
  const { email, twoFactorEnabled } = useProfile()
  const words = settings.changeEmail
  const { mutate, isIdle, isPending, error } = useMutation({
    mutationFn: async (given: Parameters<typeof prepareEmailChange>[0]) => {
      const isSame = given.newEmail.trim().toLowerCase() === email.toLowerCase()
      if (isSame) throw atField('newEmail', words.same)
      return prepareEmailChange(given)
    },
    onSuccess: onPrepared,
  })
  return (
    <Form
      error={isIdle ? wanted.problem : error}
      onSubmit={(values) =>
        mutate({
          newEmail: String(values.get('newEmail')),
          password: String(values.get('current')),
        })
      }
      actions={<FormActions submit={words.mailCode} isPending={isPending} onCancel={onClose} />}
    >
      <Callout tone="warn" title={words.consequences}>
        <ul>
          <li>{words.everywhere}</li>
          <li>{words.logIn}</li>
          {twoFactorEnabled && <li>{words.twoStep}</li>}
        </ul>
      </Callout>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={words.newEmail}
        name="newEmail"
        type="email"
        autoComplete="email"
        defaultValue={wanted.email}
        maxLength={256}
        isRequired
        autoFocus
      />
      <PasswordField label={settings.proof.current} name="current" isRequired />
    </Form>
  )
}

interface CodeProps {
  change: EmailChange
  /** With what is wrong with the fields before, if that is why. */
  onBack: (problem: ApiError | null) => void
}

function Code({ change, onBack }: CodeProps) {
  const { settings } = useText()
  const words = settings.changeEmail
  const { mutate, isPending, error } = useMutation({
    mutationFn: (code: string) => changeEmail(change, code),
    onError: (cause) => isBefore(cause) && onBack(cause),
  })
  return (
    <MailedCode
      label={words.code}
      submit={words.submit}
      isPending={isPending}
      error={error}
      onSubmit={mutate}
      onBack={() => onBack(null)}
    >
      <Callout>{words.mailed(change.newEmail)}</Callout>
      <Text tone="muted" size="small">
        {words.notThere}
      </Text>
    </MailedCode>
  )
}

/** Whether a refusal is about the fields of the first form. */
const isBefore = (cause: unknown): cause is ApiError =>
  cause instanceof ApiError && ['newEmail', 'current'].some((field) => field in cause.fields)
