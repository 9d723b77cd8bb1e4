import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n'
import { followLink } from '../../link'
import { paths } from '../../paths'
import { useDestination, useGo, useServerConfig } from '../../session'
import { AuthCard, ButtonLink, Link, TextField } from '../../ui'
import { AddressForm } from './AddressForm'
import { MailSent } from './MailSent'
import { requestSignUp } from './queries'

/** Creating an account: the address first, to which the link to the rest is mailed. */
export function Page() {
  const { front } = useText()
  const { via } = useDestination()
  const { registrationOpen } = useServerConfig()
  if (registrationOpen) return <AskForLink title={front.signUp.title} lead={front.signUp.lead} />
  return (
    <AuthCard title={front.signUp.closedTitle} lead={front.signUp.closed}>
      <ButtonLink href={via(paths.front.login())} variant="primary" size="wide">
        {front.backToLogIn}
      </ButtonLink>
    </AuthCard>
  )
}

function HaveOne() {
  const { front } = useText()
  const { via } = useDestination()
  return (
    <p>
      {front.signUp.haveOne} <Link href={via(paths.front.login())}>{front.logIn.submit}</Link>
    </p>
  )
}

interface Props {
  title: string
  lead: string
  /** The address a link was asked for before. */
  email?: string
}

/** Asks for an address, and has the link mailed there. */
export function AskForLink({ title, lead, email = '' }: Props) {
  const { common, front } = useText()
  const go = useGo()
  const { via } = useDestination()
  const [sentTo, setSentTo] = useState<{ email: string; name: string | null } | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: requestSignUp,
    onSuccess: (token, who) => {
      if (token === null) return setSentTo(who)
      // a server that sends no mail answers what the mail would have said
      followLink(new URLSearchParams({ email: who.email, token, name: who.name ?? '' }))
      go(via(paths.front.finishSignup()))
    },
  })
  if (sentTo)
    return (
      <MailSent
        lead={front.signUp.sent(sentTo.email)}
        isPending={isPending}
        error={error}
        onAgain={() => mutate(sentTo)}
        onOther={() => setSentTo(null)}
      />
    )
  const words = front.signUp
  return (
    <AuthCard title={title} lead={lead} footer={<HaveOne />}>
      <AddressForm
        email={email}
        submit={common.actions.continue}
        isPending={isPending}
        error={error}
        onSubmit={(address, values) =>
          mutate({ email: address, name: String(values.get('name')).trim() || null })
        }
      >
        <TextField
          label={words.name}
          name="name"
          description={words.nameHelp}
          autoComplete="name"
          maxLength={50}
        />
      </AddressForm>
    </AuthCard>
  )
}
