import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { Button, Card, ConfirmDialog, Text, toast } from '../../ui'
import { useGiveUpSponsorship } from './queries'

/** What makes this Families organization free, and the way out of it. */
export function Sponsored({ id, until }: { id: string; until: string | null }) {
  const { billing, common } = useText()
  const { sponsored: words } = billing
  const { date } = useFormat()
  const [asks, setAsks] = useState(false)
  const { mutateAsync } = useGiveUpSponsorship(id)
  const day = until ? date(until) : common.never
  return (
    <Card
      title={words.title}
      actions={
        <Button variant="danger" onPress={() => setAsks(true)}>
          {words.remove}
        </Button>
      }
    >
      <Text>{words.until(day)}</Text>
      <ConfirmDialog
        isOpen={asks}
        onOpenChange={setAsks}
        title={words.removeTitle}
        confirmLabel={words.remove}
        onConfirm={async () => {
          await mutateAsync()
          toast(words.removed)
        }}
      >
        {words.removeWhy(day)}
      </ConfirmDialog>
    </Card>
  )
}
