import { useText } from '../../../i18n'
import { Button, CodeBlock, Dialog, Stack, Text } from '../../../ui'

/** Shows the codes that take the place of the app, once. */
export function RecoveryCodes({
  codes,
  onClose,
}: {
  codes: readonly string[]
  onClose: () => void
}) {
  const { secondStep: words } = useText().system
  return (
    <Dialog
      isOpen
      isAlert
      size="small"
      onOpenChange={onClose}
      title={words.recoveryTitle}
      actions={(close) => (
        <Button variant="primary" onPress={close}>
          {words.recoveryKept}
        </Button>
      )}
    >
      <Stack>
        <Text>{words.recoveryKeep}</Text>
        <CodeBlock label={words.recoveryTitle}>{codes.join('\n')}</CodeBlock>
      </Stack>
    </Dialog>
  )
}
