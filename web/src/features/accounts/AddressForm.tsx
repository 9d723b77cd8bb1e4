import type { ReactNode } from 'react'
import { useText } from '../../i18n'
import { Button, Form, TextField } from '../../ui'

interface Props {
  /** The address that is there to begin with. */
  email: string
  submit: string
  isPending: boolean
  error: unknown
  onSubmit: (email: string, values: FormData) => void
  /** More fields. */
  children?: ReactNode
}

/** Asks for an address that something is mailed to. */
export function AddressForm({ email, submit, isPending, error, onSubmit, children }: Props) {
  const { front } = useText()
  return (
    <Form
      error={error}
      onSubmit={(values) => onSubmit(String(values.get('email')).trim(), values)}
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {submit}
        </Button>
      }
    >
      <TextField
        label={front.email}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={email}
        isRequired
        autoFocus
      />
      {children}
    </Form>
  )
}
