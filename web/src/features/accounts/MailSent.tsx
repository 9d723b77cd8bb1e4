import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n'
import { AuthCard, Button, Callout, Stack, Text, useCountdown, useErrorWords } from '../../ui'

/** The server writes once a minute to an address, however often it is asked. */
const PATIENCE = 60

interface Props {
  /** What was sent, and to whom. */
  lead: string
  isPending: boolean
  error: unknown
  onAgain: () => void
  onOther: () => void
  /** Where else to go, beneath the card. */
  footer?: ReactNode
}

/** What happens next is in a mailbox. Another letter can be had when the server would send one. */
export function MailSent({ lead, isPending, error, onAgain, onOther, footer }: Props) {
  const { front } = useText()
  const words = useErrorWords()
  const [isAsked, setAsked] = useState(false)
  const { left, start } = useCountdown(PATIENCE, { runs: true })
  const waits = left > 0 && !error
  return (
    <AuthCard title={front.signUp.sentTitle} lead={lead} footer={footer}>
      <div role="status">
        <Stack>
          {isAsked && !isPending && !error && <Callout tone="ok">{front.signUp.sentAgain}</Callout>}
          {error != null && <Callout tone="bad">{words(error).what}</Callout>}
          {/* said once more when the wait is over; the seconds on the button are not */}
          <Text tone="muted">{waits ? front.signUp.notThereYet : front.signUp.notThere}</Text>
        </Stack>
      </div>
      <Stack gap="1">
        <Button
          size="wide"
          isPending={isPending}
          isHeld={waits}
          onPress={() => {
            setAsked(true)
            start()
            onAgain()
          }}
        >
          {waits ? front.signUp.againIn(left) : front.signUp.again}
        </Button>
        <Button variant="quiet" size="wide" onPress={onOther}>
          {front.signUp.another}
        </Button>
      </Stack>
    </AuthCard>
  )
}
