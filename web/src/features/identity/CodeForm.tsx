import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { text } from '../../i18n'
import { atField, LogInError, type LogInStep } from '../../session'
import { Button, Form, TextField } from '../../ui'

interface Props {
  label: string
  submit: string
  description?: string
  /** Digits alone, as most codes are. */
  isNumeric?: boolean
  /** Brings the code to the server. */
  answer: (code: string, values: FormData) => Promise<LogInStep>
  onDone?: () => void
  /** Beneath the field. */
  children?: ReactNode
}

/** Asks for a code that lets somebody in. */
export function CodeForm({
  label,
  submit,
  description,
  isNumeric = true,
  answer,
  onDone,
  children,
}: Props) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: FormData) =>
      answer(String(values.get('code')).trim(), values).catch(refuse),
    onSuccess: (step) => step === 'done' && onDone?.(),
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(values)}
      actions={
        <Button type="submit" variant="primary" size="wide" isPending={isPending}>
          {submit}
        </Button>
      }
    >
      <TextField
        label={label}
        name="code"
        {...(description !== undefined && { description })}
        inputMode={isNumeric ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCorrect="off"
        spellCheck="false"
        isMono
        isRequired
        autoFocus
      />
      {children}
    </Form>
  )
}

function refuse(cause: unknown): never {
  const isWrong = cause instanceof LogInError && cause.reason === 'code'
  throw isWrong ? atField('code', text().session.wrongCode) : cause
}
