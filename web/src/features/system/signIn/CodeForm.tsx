import type { ReactNode } from 'react'
import { useText } from '../../../i18n'
import { Button, Form, FormActions, TextField } from '../../../ui'

interface Props {
  label: string
  submit: string
  isDangerous?: boolean
  isPending: boolean
  error: unknown
  onCode: (code: string) => void
  /** Offers a way out, where there is one. */
  onCancel?: () => void
  /** Above the field. */
  children?: ReactNode
}

/** Asks an operator for a code of their app, or a recovery code. */
export function CodeForm({
  label,
  submit,
  isDangerous = false,
  isPending,
  error,
  onCode,
  onCancel,
  children,
}: Props) {
  const { system } = useText()
  return (
    <Form
      aria-label={label}
      error={error}
      onSubmit={(values) => onCode(plainCode(String(values.get('code'))))}
      actions={
        onCancel ? (
          <FormActions
            submit={submit}
            tone={isDangerous ? 'danger' : 'normal'}
            isPending={isPending}
            onCancel={onCancel}
          />
        ) : (
          <Button type="submit" variant="primary" size="wide" isPending={isPending}>
            {submit}
          </Button>
        )
      }
    >
      {children}
      <TextField
        name="code"
        label={system.secondStep.anyCode}
        autoComplete="one-time-code"
        isMono
        isRequired
        autoFocus
      />
    </Form>
  )
}

/** A code without the gaps it is read and typed with. */
export const plainCode = (code: string): string => code.replace(/\s/g, '')
