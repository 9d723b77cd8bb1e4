import { useMutation } from '@tanstack/react-query'
import { text, useText } from '../../i18n'
import { paths } from '../../paths'
import { atField, cryptoAtField, LogInError, logIn, useDestination, useGo } from '../../session'
import { Button, Form, Link, PasswordField, TextField } from '../../ui'

interface Props {
  /** The address, when it is known already. */
  email?: string
  /** Whether the next step follows on the page this form is on. */
  staysHere?: boolean
}

/** Asks for the master password, and goes on to whatever else the server wants. */
export function LogInForm({ email, staysHere = false }: Props) {
  const { front } = useText()
  const go = useGo()
  const { via } = useDestination()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (who: { email: string; password: string }) => logIn(who).catch(refuse),
    onSuccess: (step) => {
      if (step === 'twoStep' && !staysHere) go(via(paths.front.twoStep()))
      if (step === 'newDevice') go(via(paths.front.newDevice()))
    },
  })
  return (
    <Form
      error={error}
      onSubmit={(values) =>
        mutate({
          email: email ?? String(values.get('email')),
          password: String(values.get('password')),
        })
      }
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {front.logIn.submit}
        </Button>
      }
    >
      {email === undefined ? (
        <TextField
          label={front.email}
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          autoFocus
        />
      ) : (
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      )}
      <PasswordField
        label={front.password}
        name="password"
        aside={<Link href={via(paths.front.hint())}>{front.logIn.hint}</Link>}
        isRequired
        autoFocus={email !== undefined}
      />
    </Form>
  )
}

/** Never says which of the two is wrong. */
function refuse(cause: unknown): never {
  if (!(cause instanceof LogInError)) return cryptoAtField('password')(cause)
  const { session } = text()
  const isPassword = cause.reason !== 'noMasterPassword'
  throw atField('password', isPassword ? session.wrongLogIn : session.noMasterPassword)
}
