import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { accountOf, cryptoAtField, logOut, unlock, useSession } from '../../session'
import { Actions, AuthCard, Button, Form, PasswordField } from '../../ui'

/** Asks for the master password of whoever is signed in. */
export function UnlockCard() {
  const { session } = useText()
  const queries = useQueryClient()
  const account = accountOf(useSession())
  const { mutate, isPending, error } = useMutation({
    mutationFn: (password: string) => {
      // what was asked for without keys was answered without them
      queries.clear()
      return unlock(password).catch(cryptoAtField('password'))
    },
  })
  if (!account) return null
  const { email } = account
  const words = session.unlock
  return (
    <AuthCard
      title={words.title}
      lead={words.lead(email)}
      footer={
        <Actions>
          <Button variant="quiet" onPress={() => void logOut()}>
            {words.logOut}
          </Button>
        </Actions>
      }
    >
      <Form
        error={error}
        onSubmit={(values) => mutate(String(values.get('password')))}
        actions={
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {words.submit}
          </Button>
        }
      >
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={words.password} name="password" isRequired autoFocus />
      </Form>
    </AuthCard>
  )
}
