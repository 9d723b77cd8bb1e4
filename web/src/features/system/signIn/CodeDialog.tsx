import { useMutation } from '@tanstack/react-query'
import { Dialog, Text } from '../../../ui'
import { CodeForm } from './CodeForm'

interface Props {
  title: string
  why: string
  submit: string
  isDangerous?: boolean
  onCode: (code: string) => Promise<unknown>
  onClose: () => void
}

/** Asks for a code before the second step is changed. */
export function CodeDialog({ title, why, onCode, onClose, ...form }: Props) {
  const { mutate, isPending, error } = useMutation({ mutationFn: onCode })
  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} size="small" title={title}>
      <CodeForm
        {...form}
        label={title}
        isPending={isPending}
        error={error}
        onCode={mutate}
        onCancel={onClose}
      >
        <Text>{why}</Text>
      </CodeForm>
    </Dialog>
  )
}
