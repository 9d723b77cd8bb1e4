import { useMutation, useQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { useProfile } from '../../session'
import { AuthenticatorKey, Dialog, ErrorState, Form, FormActions, Skeleton } from '../../ui'
import { beginAuthenticator, confirmAuthenticator, otpauth } from './twoStep'

interface Props {
  /** What proved the master password. */
  hash: string
  onDone: () => Promise<void>
  onClose: () => void
}

/** Shows the key to an authenticator app, and takes the first code it shows. */
export function SetUpAuthenticator({ hash, onDone, onClose }: Props) {
  const { settings } = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', 'two-step', 'authenticator'],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => beginAuthenticator(hash),
  })
  return (
    <Dialog isOpen onOpenChange={onClose} title={settings.twoStep.setUpAuthenticator} size="small">
      {data && (
        <Keyed
          secret={data.authenticator.key}
          ticket={data.userVerificationToken ?? ''}
          onDone={onDone}
          onClose={onClose}
        />
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton shape="block" />}
    </Dialog>
  )
}

interface KeyedProps extends Omit<Props, 'hash'> {
  secret: string
  ticket: string
}

function Keyed({ secret, ticket, onDone, onClose }: KeyedProps) {
  const { common, settings } = useText()
  const { email } = useProfile()
  const words = settings.twoStep
  const { mutate, isPending, error } = useMutation({
    mutationFn: (token: string) =>
      confirmAuthenticator({ key: secret, token, userVerificationToken: ticket }),
    onSuccess: onDone,
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(String(values.get('code')).replace(/\s/g, ''))}
      actions={<FormActions submit={words.confirm} isPending={isPending} onCancel={onClose} />}
    >
      <AuthenticatorKey
        address={otpauth(common.product, email, secret)}
        secret={secret}
        words={words}
      />
    </Form>
  )
}
