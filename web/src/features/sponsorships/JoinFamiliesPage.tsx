import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import { accountOf, logOut, useSession } from '../../session'
import { AuthCard, Button, ButtonLink, Callout, Stack, Text } from '../../ui'
import { offerLink } from './queries'

/** Where the link of an offer leads: to signing in, to an account, or on to accepting it. */
export function Page() {
  const { sponsorships: words } = useText()
  const link = useLink()
  const { state } = useSession()
  const offered = link.get('email')
  const here = paths.front.joinFamilies()

  if (!link.get('token')) {
    return (
      <AuthCard title={words.join.title}>
        <Callout tone="warn">{words.join.noToken}</Callout>
        <ButtonLink href={paths.vault.items()} size="wide">
          {words.join.home}
        </ButtonLink>
      </AuthCard>
    )
  }
  if (state === 'unlocked') return <Checked token={link.get('token') ?? ''} offered={offered} />
  if (state === 'locked') return <Navigate to={paths.front.lock()} search={{ to: here }} replace />

  const signUp = (
    <ButtonLink
      size="wide"
      variant={link.has('register') ? 'primary' : 'secondary'}
      href={paths.front.finishSignup()}
    >
      {words.join.signUp}
    </ButtonLink>
  )
  const signIn = (
    <ButtonLink
      size="wide"
      variant={link.has('register') ? 'secondary' : 'primary'}
      href={`${paths.front.login()}?to=${encodeURIComponent(here)}`}
    >
      {words.join.signIn}
    </ButtonLink>
  )
  return (
    <AuthCard title={words.join.title} lead={words.join.fromUnknown(window.location.host)}>
      <Stack>
        {offered && <Text>{words.join.forAddress(offered)}</Text>}
        {link.has('register') ? [signUp, signIn] : signIn}
      </Stack>
    </AuthCard>
  )
}

function Checked({ token, offered }: { token: string; offered: string | null }) {
  const { sponsorships: words } = useText()
  const { data } = useSuspenseQuery(offerLink(token))
  const own = accountOf(useSession())?.email ?? ''
  if (data.isTokenValid && !data.isFreeFamilyPolicyEnabled)
    return <Navigate to={paths.front.redeemFamilies()} replace />

  const isOther = offered !== null && offered.toLowerCase() !== own.toLowerCase()
  return (
    <AuthCard title={words.join.invalid}>
      <Stack>
        <Callout tone="warn">
          {data.isFreeFamilyPolicyEnabled
            ? words.join.forbidden
            : isOther
              ? words.join.otherAccount(offered, own)
              : words.join.invalidWhy}
        </Callout>
        {isOther && (
          <Button variant="primary" size="wide" onPress={() => logOut()}>
            {words.join.switchAccount}
          </Button>
        )}
        <ButtonLink href={paths.vault.items()} size="wide">
          {words.join.home}
        </ButtonLink>
      </Stack>
    </AuthCard>
  )
}
