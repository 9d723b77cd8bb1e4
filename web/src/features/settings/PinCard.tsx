import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { syncQuery } from '../../session'
import { PIN_TRIES, pinForbidders, removePin, usePin } from '../../session/pin'
import { Button, Callout, Card, ErrorState, Inline, Skeleton, Stack, Text, toast } from '../../ui'
import { PinDialog } from './PinDialog'

/** Lets a PIN open the vault of this tab, where no organization forbids it. */
export function PinCard() {
  const words = useText().settings.pin
  const { list } = useFormat()
  const { data: forbidders, error } = useQuery({ ...syncQuery(), select: pinForbidders })
  return (
    <Card title={words.title} description={words.about(PIN_TRIES)}>
      {error && !forbidders && <ErrorState error={error} />}
      {!error && !forbidders && <Skeleton />}
      {forbidders &&
        (forbidders.length > 0 ? (
          <Callout>{words.forbidden(list(forbidders))}</Callout>
        ) : (
          <OwnPin />
        ))}
    </Card>
  )
}

function OwnPin() {
  const words = useText().settings.pin
  const isSet = usePin() === 'set'
  const [asked, setAsked] = useState<'set' | 'change' | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  return (
    <Stack>
      {isSet && <Text>{words.isSet}</Text>}
      <Text>{words.memory}</Text>
      <Inline>
        <Button ref={first} onPress={() => setAsked(isSet ? 'change' : 'set')}>
          {isSet ? words.change : words.set}
        </Button>
        {isSet && (
          <Button
            onPress={() => {
              removePin()
              toast(words.removed)
              // the button that had the focus is gone
              first.current?.focus()
            }}
          >
            {words.remove}
          </Button>
        )}
      </Inline>
      {asked && <PinDialog to={asked} onClose={() => setAsked(null)} />}
    </Stack>
  )
}
