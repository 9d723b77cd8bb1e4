import { useMutation } from '@tanstack/react-query'
import { answer, api } from '../../api'
import { useText } from '../../i18n'
import { Button, Callout, toast, useErrorWords } from '../../ui'

/** Offers the letter that verifies the address. */
export function VerifyAddress({ email }: { email: string }) {
  const { settings } = useText()
  const words = useErrorWords()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answer(api.POST('/api/accounts/verify-email')),
    onSuccess: () => toast(settings.account.verifySent(email)),
  })
  return (
    <Callout
      tone="warn"
      title={settings.home.verify}
      action={
        <Button size="small" isPending={isPending} onPress={() => mutate()}>
          {settings.account.verify}
        </Button>
      }
    >
      {error ? words(error).what : settings.home.verifyWhy}
    </Callout>
  )
}
