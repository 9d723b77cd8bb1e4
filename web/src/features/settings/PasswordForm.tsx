import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '../../api'
import { useText } from '../../i18n'
import { useNewPassword } from '../../password/useNewPassword'
import { changePassword, cryptoAtField, useProfile } from '../../session'
import { Button, Form, PasswordField } from '../../ui'

/** Changes the master password, and by that ends every session. */
export function PasswordForm() {
  const text = useText()
  const { email } = useProfile()
  const words = text.settings.security
  const { fields, refuse } = useNewPassword({ about: email, label: words.next })
  const [problem, setProblem] = useState<ApiError | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: Parameters<typeof changePassword>[0]) =>
      changePassword(change).catch(cryptoAtField('current')),
  })
  return (
    <Form
      error={problem ?? error}
      onSubmit={(values) => {
        const found = refuse(values)
        setProblem(found)
        if (found) return
        mutate({
          current: String(values.get('current')),
          next: String(values.get('password')),
          hint: String(values.get('hint')).trim() || null,
        })
      }}
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.submit}
        </Button>
      }
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={words.current} name="current" isRequired />
      {fields}
    </Form>
  )
}
