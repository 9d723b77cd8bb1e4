import { useMutation } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { Button, Callout, useCountdown, useErrorWords } from '../../ui'

/** A letter takes a while: no other is asked for meanwhile. */
const PATIENCE = 30

interface Props {
  send: () => Promise<void>
  /** Whether the first could be mailed, as far as is known when this is first shown. */
  isMailed?: boolean
}

/** Has another code mailed, some time after the first. */
export function ResendCode({ send, isMailed = true }: Props) {
  const { front } = useText()
  const words = useErrorWords()
  const { left, start } = useCountdown(PATIENCE, { runs: isMailed })
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
        isHeld={left > 0}
        onPress={() => mutate()}
      >
        {left > 0 ? front.twoStep.resendIn(left) : front.twoStep.resend}
      </Button>
    </>
  )
}
