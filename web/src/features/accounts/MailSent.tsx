import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n'
import { Actions, AuthCard, Button, Callout, Text, useErrorWords } from '../../ui'

interface Props {
  /** What was sent, and to whom. */
  lead: string
  error: unknown
  onAgain: () => void
  onOther: () => void
  /** Where else to go, beneath the card. */
  footer?: ReactNode
}

/** What happens next is in a mailbox. */
export function MailSent({ lead, error, onAgain, onOther, footer }: Props) {
  const { front } = useText()
  const words = useErrorWords()
  const [asked, setAsked] = useState(false)
  return (
    <AuthCard title={front.signUp.sentTitle} lead={lead} footer={footer}>
      <Text tone="muted">{front.signUp.notThere}</Text>
      <div role="status">
        {asked && !error && <Callout tone="ok">{front.signUp.sentAgain}</Callout>}
        {error != null && <Callout tone="bad">{words(error).what}</Callout>}
      </div>
      <Actions>
        <Button variant="quiet" onPress={onOther}>
          {front.signUp.another}
        </Button>
        <Button
          onPress={() => {
            setAsked(true)
            onAgain()
          }}
        >
          {front.signUp.again}
        </Button>
      </Actions>
    </AuthCard>
  )
}
