import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { useProfile } from '../../session'
import { Callout, Dialog, ErrorState, Form, FormActions, Skeleton, TextField } from '../../ui'
import { MailedCode } from './MailedCode'
import { beginEmail, confirmEmail, mailSetUpCode } from './twoStep'

interface Props {
  /** What proved the master password. */
  hash: string
  onDone: () => Promise<void>
  onClose: () => void
}

/** Takes an address for codes, and the first code that was mailed there. */
export function SetUpEmail({ hash, onDone, onClose }: Props) {
  const { settings } = useText()
  const [address, setAddress] = useState<string | null>(null)
  const {
    data: ticket,
    error,
    refetch,
  } = useQuery({
    queryKey: ['settings', 'two-step', 'email'],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => beginEmail(hash),
  })
  return (
    <Dialog isOpen onOpenChange={onClose} title={settings.twoStep.setUpEmail} size="small">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {ticket === undefined && !error && <Skeleton />}
      {ticket !== undefined && address === null && (
        <Address ticket={ticket} onMailed={setAddress} onClose={onClose} />
      )}
      {ticket !== undefined && address !== null && (
        <Code ticket={ticket} address={address} onDone={onDone} onBack={() => setAddress(null)} />
      )}
    </Dialog>
  )
}

interface AddressProps {
  ticket: string
  onMailed: (address: string) => void
  onClose: () => void
}

function Address({ ticket, onMailed, onClose }: AddressProps) {
  const { settings } = useText()
  const { email } = useProfile()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (address: string) =>
      mailSetUpCode({ email: address, userVerificationToken: ticket }),
    onSuccess: (_, address) => onMailed(address),
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(String(values.get('email')).trim())}
      actions={
        <FormActions submit={settings.twoStep.mailCode} isPending={isPending} onCancel={onClose} />
      }
    >
      <TextField
        label={settings.twoStep.address}
        name="email"
        type="email"
        defaultValue={email}
        isRequired
        autoFocus
      />
    </Form>
  )
}

interface CodeProps {
  ticket: string
  address: string
  onDone: () => Promise<void>
  onBack: () => void
}

function Code({ ticket, address, onDone, onBack }: CodeProps) {
  const { settings } = useText()
  const words = settings.twoStep
  const { mutate, isPending, error } = useMutation({
    mutationFn: (token: string) =>
      confirmEmail({ email: address, token, userVerificationToken: ticket }),
    onSuccess: onDone,
  })
  return (
    <MailedCode
      label={words.mailedCode}
      submit={words.confirm}
      isPending={isPending}
      error={error}
      onSubmit={mutate}
      onBack={onBack}
    >
      <Callout>{words.mailed(address)}</Callout>
    </MailedCode>
  )
}
