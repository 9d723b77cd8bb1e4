import type { ReactNode } from 'react'
import { useText } from '../../i18n'
import { Form, FormActions, TextField } from '../../ui'

interface Props {
  label: string
  submit: string
  isPending: boolean
  error: unknown
  onSubmit: (code: string) => void
  onBack: () => void
  /** Where the code was sent. */
  children: ReactNode
}

/** Takes a code that was mailed to an address. */
export function MailedCode({ label, submit, isPending, error, onSubmit, onBack, children }: Props) {
  const { common } = useText()
  return (
    <Form
      error={error}
      onSubmit={(values) => onSubmit(String(values.get('code')).trim())}
      actions={
        <FormActions
          submit={submit}
          isPending={isPending}
          onCancel={onBack}
          cancel={common.actions.back}
        />
      }
    >
      {children}
      <TextField
        label={label}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        isMono
        isRequired
        autoFocus
      />
    </Form>
  )
}
