import { useState } from 'react'
import { useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import { logOut } from '../../session'
import { Button, Callout, Card } from '../../ui'
import { endSessions } from './queries'

/** Ends every session of the account. */
export function EverywhereCard() {
  const { settings } = useText()
  const words = settings.security
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title={words.everywhere} description={words.everywhereAbout}>
      <Button variant="danger" icon="signOut" onPress={() => setOpen(true)}>
        {words.everywhereSubmit}
      </Button>
      <ProofDialog
        title={words.everywhereTitle}
        submit={words.everywhereSubmit}
        tone="danger"
        isOpen={isOpen}
        onOpenChange={setOpen}
        onProven={async (hash) => {
          await endSessions(hash)
          await logOut()
        }}
      >
        <Callout tone="warn">{words.everywhereEffect}</Callout>
      </ProofDialog>
    </Card>
  )
}
