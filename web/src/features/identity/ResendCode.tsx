import { useMutation } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { Button, Callout, useErrorWords } from '../../ui'
import { useCountdown } from './useCountdown'

/** A letter takes a while; asking again at once sends none. */
const PATIENCE = 30

/** Has another code mailed. */
export function ResendCode({ send }: { send: () => Promise<void> }) {
  const { front } = useText()
  const words = useErrorWords()
  const { left, start } = useCountdown(PATIENCE)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: send,
    onSuccess: start,
  })
  return (
    <>
      <div role="status">
        {error && <Callout tone="bad">{words(error).what}</Callout>}
        {isSuccess && left > 0 && <Callout tone="ok">{front.twoStep.resent}</Callout>}
      </div>
      <Button
        variant="quiet"
        size="wide"
        isPending={isPending}
        isDisabled={left > 0}
        onPress={() => mutate()}
      >
        {left > 0 ? front.twoStep.resendIn(left) : front.twoStep.resend}
      </Button>
    </>
  )
}
