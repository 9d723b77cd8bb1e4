import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api'
import { useText } from '../../i18n'
import { passwordHash, refusedAt } from '../../session'
import {
  Button,
  Callout,
  Dialog,
  Form,
  PasswordField,
  Stack,
  Text,
  toast,
  useErrorWords,
} from '../../ui'
import type { Made } from './accept'

interface Props {
  made: Made
  /** Why the offer was refused. */
  cause: unknown
  onDeleted: () => void
}

/** An organization was made for an offer that was refused then: keep it and try again, or delete it. */
export function HalfDoneCallout({ made, cause, onDeleted }: Props) {
  const { common, sponsorships: words } = useText()
  const errorWords = useErrorWords()
  const [asks, setAsks] = useState(false)
  const [password, setPassword] = useState('')
  const removal = useMutation({
    mutationFn: async () => {
      const body = { masterPasswordHash: await passwordHash(password) }
      const params = { path: { id: made.id } }
      const call = answer(api.DELETE('/api/organizations/{id}', { params, body }))
      await call.catch(refusedAt({ wrong_password: 'masterPasswordHash' }))
    },
    onSuccess: () => {
      toast(words.redeem.deleted)
      onDeleted()
    },
  })
  return (
    <Callout
      tone="warn"
      title={words.redeem.halfDone}
      action={<Button onPress={() => setAsks(true)}>{words.redeem.delete(made.name)}</Button>}
    >
      <Stack gap="1">
        <Text>{errorWords(cause).what}</Text>
        <Text>{words.redeem.halfDoneWhy(made.name)}</Text>
      </Stack>
      <Dialog isOpen={asks} onOpenChange={setAsks} title={words.redeem.delete(made.name)}>
        <Form
          aria-label={words.redeem.delete(made.name)}
          error={removal.error}
          onSubmit={() => removal.mutate()}
          actions={
            <Button type="submit" variant="danger" isPending={removal.isPending}>
              {common.actions.delete}
            </Button>
          }
        >
          <PasswordField
            name="masterPasswordHash"
            label={words.redeem.masterPassword}
            value={password}
            onChange={setPassword}
            isRequired
          />
        </Form>
      </Dialog>
    </Callout>
  )
}
