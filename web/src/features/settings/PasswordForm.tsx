import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '../../api'
import { useFormat, useText } from '../../i18n'
import { EVERYBODY } from '../../password/requirements'
import { useNewPassword } from '../../password/useNewPassword'
import { changePassword, cryptoAtField, useProfile } from '../../session'
import { Button, Callout, Form, PasswordField } from '../../ui'
import { passwordDemand } from './queries'

/** Changes the master password, and by that ends every session. */
export function PasswordForm() {
  const text = useText()
  const { list } = useFormat()
  const { email, organizations } = useProfile()
  const words = text.settings.security
  const asking = organizations.filter(({ usePolicies }) => usePolicies)
  const { data: demand } = useQuery(passwordDemand(asking))
  const { fields, refuse } = useNewPassword({
    about: email,
    label: words.next,
    rules: demand?.rules ?? EVERYBODY,
  })
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
      {demand && demand.names.length > 0 && <Callout>{words.demanded(list(demand.names))}</Callout>}
      <PasswordField label={words.current} name="current" isRequired />
      {fields}
    </Form>
  )
}
