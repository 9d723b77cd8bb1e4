import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../../i18n'
import {
  Button,
  CopyableId,
  Dialog,
  ErrorState,
  FactList,
  Form,
  QrCode,
  Skeleton,
  Text,
  TextField,
  toast,
} from '../../../ui'
import { plainCode } from './CodeDialog'
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

const inGroups = (key: string): string => key.match(/.{1,4}/g)?.join(' ') ?? key

function Keyed({ made, onDone, onClose }: Props & { made: NewAuthenticator }) {
  const { common, system } = useText()
  const { secondStep: words } = system
  const [code, setCode] = useState('')
  const { mutate, isPending, error } = useBeginSecondStep()
  const submit = () =>
    mutate(
      { key: made.key, code: plainCode(code) },
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
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {common.actions.cancel}
          </Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Text>{words.scan}</Text>
      <QrCode value={made.address} label={words.qr} />
      <FactList
        isStacked
        facts={[
          { term: words.key, value: <CopyableId label={words.key} value={inGroups(made.key)} /> },
        ]}
      />
      <TextField
        name="code"
        label={words.code}
        description={words.codeHelp}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        isMono
        isRequired
        autoFocus
      />
    </Form>
  )
}
