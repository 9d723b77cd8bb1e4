import { useState } from 'react'
import { ApiError } from '../../api'
import { AuthCard, Button, Checkbox, Form, Link, PasswordField, TextField } from '../../ui'

/** A signed-out page, as a sample. */
export function Page() {
  const [error, setError] = useState<unknown>(null)
  const refuse = () =>
    setError(
      new ApiError(400, '', { email: ['No account has this address.'], password: ['Too short.'] }),
    )
  return (
    <AuthCard
      title="Log in"
      lead="To reach the vault and the organizations you belong to."
      footer={
        <>
          New here? <Link href="/gallery">Create an account</Link>
        </>
      }
    >
      <Form onSubmit={refuse} error={error}>
        <TextField
          label="Email address"
          name="email"
          type="email"
          autoComplete="username"
          isRequired
        />
        <PasswordField
          label="Master password"
          name="password"
          isRequired
          aside={<Link href="/gallery">Forgot it?</Link>}
        />
        <Checkbox name="remember">Remember this address</Checkbox>
        <Button type="submit" variant="primary" size="wide">
          Log in
        </Button>
      </Form>
    </AuthCard>
  )
}
