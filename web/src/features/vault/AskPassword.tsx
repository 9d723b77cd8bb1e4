import { useMutation } from '@tanstack/react-query'
import { answer, api } from '../../api'
import { useText } from '../../i18n'
import { passwordHash } from '../../session'
import { Button, Form, PasswordField, Text } from '../../ui'

/** Asks for the master password once more, where an item wants it to be asked for. */
export function AskPassword({ onRight }: { onRight: () => void }) {
  const { vault } = useText()
  const { ask: words } = vault
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (password: string) => {
      const body = { masterPasswordHash: await passwordHash(password) }
      await answer(api.POST('/api/accounts/verify-password', { body }))
    },
    onSuccess: onRight,
  })
  return (
    <Form
      aria-label={words.label}
      error={error}
      names={{ masterPasswordHash: 'password' }}
      onSubmit={(values) => mutate(String(values.get('password')))}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <Text>{words.why}</Text>
      <PasswordField name="password" label={words.label} isRequired autoFocus />
    </Form>
  )
}
