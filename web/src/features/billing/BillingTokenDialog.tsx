import { useState } from 'react'
import { useText } from '../../i18n'
import { useOrganization } from '../../session'
import {
  Actions,
  Button,
  Callout,
  Dialog,
  Form,
  FormActions,
  PasswordField,
  SecretField,
  Stack,
  Text,
  toast,
} from '../../ui'
import { type KeyFacts, useBillingToken } from './queries'
import { TokenUse } from './TokenUse'

interface Props {
  /** What is known of the token; null before the first. */
  token: KeyFacts | null
  onClose: () => void
}

/** Shows the billing sync token to whoever knows the master password; makes it, makes another. */
export function BillingTokenDialog({ token, onClose }: Props) {
  const { billing, common } = useText()
  const { token: words } = billing
  const { id } = useOrganization()
  const [password, setPassword] = useState('')
  const [rotates, setRotates] = useState(false)
  const { mutate, data: shown, error, isPending } = useBillingToken(id)
  const ask = (rotate: boolean) =>
    mutate(
      { password, rotate },
      {
        onSuccess: () => {
          if (rotate) toast(words.rotatedDone)
          setRotates(false)
        },
      },
    )

  const first = token ? words.continue : words.generate
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isBusy={isPending}
      title={rotates ? words.rotateTitle : words.title}
    >
      {!shown ? (
        <Form
          aria-label={words.title}
          error={error}
          onSubmit={() => ask(false)}
          actions={<FormActions submit={first} isPending={isPending} onCancel={onClose} />}
        >
          <Text>{words.ask}</Text>
          <PasswordField
            name="masterPasswordHash"
            label={words.masterPassword}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            isRequired
            autoFocus
          />
        </Form>
      ) : rotates ? (
        <Form
          aria-label={words.rotateTitle}
          error={error}
          onSubmit={() => ask(true)}
          actions={
            <FormActions
              submit={words.rotate}
              tone="danger"
              isPending={isPending}
              onCancel={() => setRotates(false)}
            />
          }
        >
          <Callout tone="warn">{words.rotateWhy}</Callout>
        </Form>
      ) : (
        <Stack>
          <SecretField label={words.label} value={shown} description={words.keep} />
          {token && <TokenUse token={token} />}
          <Actions>
            <Button variant="quiet" onPress={() => setRotates(true)}>
              {words.rotate}
            </Button>
            <Button variant="primary" onPress={onClose} autoFocus>
              {common.actions.close}
            </Button>
          </Actions>
        </Stack>
      )}
    </Dialog>
  )
}
