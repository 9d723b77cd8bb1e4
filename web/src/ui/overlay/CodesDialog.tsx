import { Button } from '../action/Button'
import { CodeBlock } from '../display/CodeBlock'
import { Stack, Text } from '../layout/Layout'
import { Dialog } from './Dialog'

interface Props {
  title: string
  /** What they are for, and where to keep them. */
  about: string
  /** What they are called. */
  label: string
  codes: readonly string[]
  /** What the person says to have it go away. */
  kept: string
  onClose: () => void
}

/** Shows codes that a person has to keep outside this device. */
export function CodesDialog({ title, about, label, codes, kept, onClose }: Props) {
  return (
    <Dialog
      isOpen
      isAlert
      size="small"
      onOpenChange={onClose}
      title={title}
      actions={(close) => (
        <Button variant="primary" onPress={close}>
          {kept}
        </Button>
      )}
    >
      <Stack>
        <Text>{about}</Text>
        <CodeBlock label={label}>{codes.join('\n')}</CodeBlock>
      </Stack>
    </Dialog>
  )
}
