import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import {
  atField,
  changeEmail,
  type EmailChange,
  prepareEmailChange,
  useProfile,
} from '../../session'
import { Button, Callout, Dialog, Form, PasswordField, Text, TextField } from '../../ui'

interface Props {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Changes the mail address: the new one and the master password first, then the mailed code. */
export function ChangeEmailDialog({ isOpen, onOpenChange }: Props) {
  // what was typed or went wrong belongs to one opening
  return isOpen ? <Asked onClose={() => onOpenChange(false)} /> : null
}

function Asked({ onClose }: { onClose: () => void }) {
  const { settings } = useText()
  const [change, setChange] = useState<EmailChange | null>(null)
  return (
    <Dialog isOpen title={settings.changeEmail.title} size="small" onOpenChange={onClose}>
      {change ? (
        <Code change={change} onBack={() => setChange(null)} />
      ) : (
        <Address onPrepared={setChange} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface AddressProps {
  onPrepared: (change: EmailChange) => void
  onClose: () => void
}

function Address({ onPrepared, onClose }: AddressProps) {
  const { common, settings } = useText()
  const { email, twoFactorEnabled } = useProfile()
  const words = settings.changeEmail
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (wanted: Parameters<typeof prepareEmailChange>[0]) => {
      const isSame = wanted.newEmail.trim().toLowerCase() === email.toLowerCase()
      if (isSame) throw atField('newEmail', words.same)
      return prepareEmailChange(wanted)
    },
    onSuccess: onPrepared,
  })
  return (
    <Form
      error={error}
      onSubmit={(values) =>
        mutate({
          newEmail: String(values.get('newEmail')),
          password: String(values.get('current')),
        })
      }
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {common.actions.cancel}
          </Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {words.mailCode}
          </Button>
        </>
      }
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
        maxLength={256}
        isRequired
        autoFocus
      />
      <PasswordField label={settings.proof.current} name="current" isRequired />
    </Form>
  )
}

function Code({ change, onBack }: { change: EmailChange; onBack: () => void }) {
  const { common, settings } = useText()
  const words = settings.changeEmail
  const { mutate, isPending, error } = useMutation({
    mutationFn: (code: string) => changeEmail(change, code),
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(String(values.get('code')))}
      actions={
        <>
          <Button onPress={onBack} isDisabled={isPending}>
            {common.actions.back}
          </Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {words.submit}
          </Button>
        </>
      }
    >
      <Callout>{words.mailed(change.newEmail)}</Callout>
      <Text tone="muted" size="small">
        {words.notThere}
      </Text>
      <TextField
        label={words.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        isMono
        isRequired
        autoFocus
      />
    </Form>
  )
}
