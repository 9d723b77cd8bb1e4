import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { rememberedEmail, useDestination } from '../../session'
import { AuthCard, ButtonLink, Link, Text } from '../../ui'
import { AddressForm } from './AddressForm'
import { requestHint } from './queries'

/** The way out for whoever no hint helps. */
function Begin() {
  const { front } = useText()
  const { via } = useDestination()
  return (
    <p>
      {front.hint.noHelp}{' '}
      <Link href={via(paths.front.recoverDelete())}>{front.hint.deleteAccount}</Link>
    </p>
  )
}

/** Has the hint for the master password mailed. It does not tell whether there is an account. */
export function Page() {
  const { front } = useText()
  const { via } = useDestination()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: requestHint,
    onSuccess: (_, email) => setSentTo(email),
  })
  const words = front.hint
  const back = via(paths.front.login())
  if (sentTo !== null)
    return (
      <AuthCard title={words.sentTitle} lead={words.sent(sentTo)}>
        <Text tone="muted">{words.lost}</Text>
        <Begin />
        <ButtonLink href={back} variant="primary" size="wide">
          {front.backToLogIn}
        </ButtonLink>
      </AuthCard>
    )
  return (
    <AuthCard
      title={words.title}
      lead={words.lead}
      footer={
        <>
          <Link href={back}>{front.backToLogIn}</Link>
          <Begin />
        </>
      }
    >
      <AddressForm
        email={rememberedEmail() ?? ''}
        submit={words.submit}
        isPending={isPending}
        error={error}
        onSubmit={(address) => mutate(address)}
      />
    </AuthCard>
  )
}
