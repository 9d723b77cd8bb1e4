import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../i18n'
import { provePassword, refusedAt } from '../session'
import { Dialog, Form, FormActions, PasswordField, Text } from '../ui'

interface Props {
  title: string
  submit: string
  tone?: 'danger' | 'normal'
  /** Does it with what proves the password; throws when it fails. */
  onProven: (masterPasswordHash: string, values: FormData) => Promise<unknown>
  /** Looks at what was typed before the server does; throws what is wrong with it. */
  check?: (values: FormData) => void
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** What follows from it, and more fields. */
  children?: ReactNode
}

/** Asks for the master password once more, before something grave. */
export function ProofDialog(props: Props) {
  // what was typed or went wrong belongs to one opening
  return props.isOpen ? <Asked {...props} /> : null
}

function Asked({ title, submit, tone = 'normal', onProven, check, onOpenChange, children }: Props) {
  const { settings } = useText()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (values: FormData) => {
      check?.(values)
      const hash = await provePassword(String(values.get('current')))
      // it may have been changed since
      await onProven(hash, values).catch(refusedAt({ wrong_password: 'current' }))
    },
    onSuccess: () => onOpenChange(false),
  })
  return (
    <Dialog isOpen title={title} size="small" isBusy={isPending} onOpenChange={onOpenChange}>
      <Form
        error={error}
        onSubmit={(values) => mutate(values)}
        actions={
          <FormActions
            submit={submit}
            tone={tone}
            isPending={isPending}
            onCancel={() => onOpenChange(false)}
          />
        }
      >
        {children ?? <Text>{settings.proof.why}</Text>}
        <PasswordField
          label={settings.proof.current}
          name="current"
          isRequired
          autoFocus={check === undefined}
        />
      </Form>
    </Dialog>
  )
}
