import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../i18n'
import { provePassword } from '../session'
import { Button, Dialog, Form, PasswordField, Text } from '../ui'

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
  const { common, settings } = useText()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (values: FormData) => {
      check?.(values)
      await onProven(await provePassword(String(values.get('current'))), values)
    },
    onSuccess: () => onOpenChange(false),
  })
  return (
    <Dialog isOpen title={title} size="small" isBusy={isPending} onOpenChange={onOpenChange}>
      <Form
        error={error}
        onSubmit={(values) => mutate(values)}
        actions={
          <>
            <Button onPress={() => onOpenChange(false)} isDisabled={isPending}>
              {common.actions.cancel}
            </Button>
            <Button
              type="submit"
              variant={tone === 'danger' ? 'danger' : 'primary'}
              isPending={isPending}
            >
              {submit}
            </Button>
          </>
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
