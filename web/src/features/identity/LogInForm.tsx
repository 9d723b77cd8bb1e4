import { useMutation } from '@tanstack/react-query'
import { type Messages, useText } from '../../i18n'
import { paths } from '../../paths'
import { atField, cryptoMessage, LogInError, logIn, useDestination, useGo } from '../../session'
import { Button, Form, Link, PasswordField, TextField } from '../../ui'

interface Props {
  /** The address, when it is known already. */
  email?: string
  /** Whether the next step follows on the page this form is on. */
  staysHere?: boolean
}

/** Asks for the master password, and goes on to whatever else the server wants. */
export function LogInForm({ email, staysHere = false }: Props) {
  const text = useText()
  const go = useGo()
  const { via } = useDestination()
  const { mutate, isPending, error } = useMutation({
    mutationFn: logIn,
    onSuccess: (step) => {
      if (step === 'twoStep' && !staysHere) go(via(paths.front.twoStep()))
      if (step === 'newDevice') go(via(paths.front.newDevice()))
    },
  })
  return (
    <Form
      error={refusal(error, text)}
      onSubmit={(values) =>
        mutate({
          email: email ?? String(values.get('email')),
          password: String(values.get('password')),
        })
      }
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {text.front.logIn.submit}
        </Button>
      }
    >
      {email === undefined ? (
        <TextField
          label={text.front.email}
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
        label={text.front.password}
        name="password"
        aside={<Link href={via(paths.front.hint())}>{text.front.logIn.hint}</Link>}
        isRequired
        autoFocus={email !== undefined}
      />
    </Form>
  )
}

/** Never says which of the two is wrong. */
function refusal(error: unknown, text: Messages): unknown {
  const crypto = cryptoMessage(error, text)
  if (crypto) return atField('password', crypto)
  if (!(error instanceof LogInError)) return error
  if (error.reason === 'noMasterPassword') return atField('password', text.session.noMasterPassword)
  return atField('password', text.session.wrongLogIn)
}
