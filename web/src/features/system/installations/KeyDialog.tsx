import { useFormat, useText } from '../../../i18n'
import { Button, CopyableId, Dialog, FactList, SecretField, Stack, Text } from '../../../ui'
import type { InstallationKey } from './queries'

/** Shows the key of an installation, which nobody sees again. */
export function KeyDialog({ made, onClose }: { made: InstallationKey; onClose: () => void }) {
  const { installations: words } = useText().system
  const { dateTime } = useFormat()
  return (
    <Dialog
      isOpen
      // a press beside it must not lose the key
      isAlert
      onOpenChange={onClose}
      title={words.keyTitle}
      actions={
        <Button variant="primary" onPress={onClose}>
          {words.kept}
        </Button>
      }
    >
      <Stack>
        <Text>{words.keyOnce}</Text>
        <FactList
          isStacked
          facts={[{ term: words.id, value: <CopyableId label={words.id} value={made.id} /> }]}
        />
        <SecretField label={words.key} value={made.key} />
        {made.previousUntil && <Text>{words.previousUntil(dateTime(made.previousUntil))}</Text>}
      </Stack>
    </Dialog>
  )
}
