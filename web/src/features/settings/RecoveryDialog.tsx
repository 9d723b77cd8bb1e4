import { useText } from '../../i18n'
import { Button, CodeBlock, Dialog, Stack, Text } from '../../ui'
import { inGroups } from './twoStep'

/** Shows the code that replaces every other way. */
export function RecoveryDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { settings } = useText()
  const words = settings.twoStep
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
        <CodeBlock label={words.recovery}>{inGroups(code)}</CodeBlock>
      </Stack>
    </Dialog>
  )
}
