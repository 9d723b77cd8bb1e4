import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../i18n'
import { type changePassword, cryptoAtField } from '../session'
import { Button, type ButtonProps, Form, PasswordField } from '../ui'
import type { PasswordRules } from './requirements'
import { useNewPassword } from './useNewPassword'

interface Props {
  /** Whose password it is. */
  email: string
  rules: PasswordRules
  submit: string
  size?: NonNullable<ButtonProps['size']>
  autoFocus?: boolean
  change: typeof changePassword
  /** What follows from it. */
  children?: ReactNode
}

/** Asks for the master password, and for the one in its place. */
export function ChangePasswordForm({
  email,
  rules,
  submit,
  size = 'medium',
  autoFocus = false,
  change,
  children,
}: Props) {
  const words = useText().settings.security
  const { fields, chosen } = useNewPassword({ about: email, rules, label: words.next })
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (values: FormData) => {
      const { password: next, hint } = chosen(values)
      const current = String(values.get('current'))
      await change({ current, next, hint }).catch(cryptoAtField('current'))
    },
  })
  return (
    <Form
      error={error}
      onSubmit={(values) => mutate(values)}
      actions={
        <Button type="submit" variant="primary" size={size} isPending={isPending}>
          {submit}
        </Button>
      }
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {children}
      <PasswordField label={words.current} name="current" isRequired autoFocus={autoFocus} />
      {fields}
    </Form>
  )
}
