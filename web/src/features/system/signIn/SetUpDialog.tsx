import { useQuery } from '@tanstack/react-query'
import { useText } from '../../../i18n'
import {
  AuthenticatorKey,
  Dialog,
  ErrorState,
  Form,
  FormActions,
  Skeleton,
  toast,
} from '../../../ui'
import { plainCode } from './CodeForm'
import { type NewAuthenticator, newAuthenticator, useBeginSecondStep } from './queries'

interface Props {
  onDone: (codes: readonly string[]) => void
  onClose: () => void
}

/** Shows the key to an authenticator app, and takes the first code it shows. */
export function SetUpDialog({ onDone, onClose }: Props) {
  const { secondStep: words } = useText().system
  const { data, error, refetch } = useQuery({
    queryKey: ['system-new-authenticator'],
    queryFn: newAuthenticator,
    // a key is never shown twice
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={words.setUp}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton shape="block" />
      ) : (
        <Keyed made={data} onDone={onDone} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Keyed({ made, onDone, onClose }: Props & { made: NewAuthenticator }) {
  const { system } = useText()
  const { secondStep: words } = system
  const { mutate, isPending, error } = useBeginSecondStep()
  const submit = (values: FormData) =>
    mutate(
      { key: made.key, code: plainCode(String(values.get('code'))) },
      {
        onSuccess: (codes) => {
          toast(words.turnedOn)
          onDone(codes)
        },
      },
    )
  return (
    <Form
      aria-label={words.setUp}
      error={error}
      onSubmit={submit}
      actions={<FormActions submit={words.confirm} isPending={isPending} onCancel={onClose} />}
    >
      <AuthenticatorKey address={made.address} secret={made.key} words={words} />
    </Form>
  )
}
