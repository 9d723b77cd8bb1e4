import { useMutation } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { provePassword } from '../../session'
import { Button, Form, PasswordField, Text } from '../../ui'

/** Asks for the master password once more, where an item wants it to be asked for. */
export function AskPassword({ onRight }: { onRight: () => void }) {
  const { vault } = useText()
  const { ask: words } = vault
  const { mutate, error, isPending } = useMutation({
    mutationFn: (password: string) => provePassword(password),
    onSuccess: onRight,
  })
  return (
    <Form
      aria-label={words.label}
      error={error}
      onSubmit={(values) => mutate(String(values.get('current')))}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <Text>{words.why}</Text>
      <PasswordField name="current" label={words.label} isRequired autoFocus />
    </Form>
  )
}
