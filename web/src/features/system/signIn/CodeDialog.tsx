import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../../i18n'
import { Button, Dialog, Form, Text, TextField } from '../../../ui'

interface Props {
  title: string
  why: string
  submit: string
  isDangerous?: boolean
  onCode: (code: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for a code before the second step is changed. */
export function CodeDialog({ title, why, submit, isDangerous = false, onCode, onClose }: Props) {
  const { common, system } = useText()
  const { secondStep: words } = system
  const [code, setCode] = useState('')
  const { mutate, isPending, error } = useMutation({ mutationFn: onCode })
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={() => mutate(plainCode(code))}
        actions={
          <>
            <Button onPress={onClose}>{common.actions.cancel}</Button>
            <Button
              type="submit"
              variant={isDangerous ? 'danger' : 'primary'}
              isPending={isPending}
            >
              {submit}
            </Button>
          </>
        }
      >
        <Text>{why}</Text>
        <TextField
          name="code"
          label={words.anyCode}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          isMono
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  )
}

/** A code without the gaps it is read and typed with. */
export const plainCode = (code: string): string => code.replace(/\s/g, '')
