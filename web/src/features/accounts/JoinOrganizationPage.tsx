import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import { accountOf, comingFrom, logOut, Redirect, useProfile, useSession } from '../../session'
import { AuthCard, Button, ButtonLink, Link, Stack, Text } from '../../ui'
import { AnswerInvitation } from './AnswerInvitation'
import { type InvitationLink, invitationConditions, invitationLink } from './invitation'

const here = paths.front.joinOrganization()

/** Where the link of an invitation leads: to signing in, to an account, or on to joining. */
export function Page() {
  const { front } = useText()
  const link = invitationLink(useLink())
  const now = useSession()
  const account = accountOf(now)
  if (!link)
    return <Said title={front.join.title(front.join.anOrganization)} lead={front.join.incomplete} />
  if (now.state === 'locked') return <Redirect to={comingFrom(here, paths.front.lock())} />
  if (!account) return <SignedOut link={link} />
  if (account.email.toLowerCase() !== link.email.toLowerCase())
    return (
      <AuthCard
        title={front.join.otherTitle}
        lead={front.join.other(link.email, account.email)}
        footer={<ToHome />}
      >
        <Button variant="primary" size="wide" onPress={() => void logOut()}>
          {front.join.change}
        </Button>
      </AuthCard>
    )
  return <SignedIn link={link} />
}

/** The organization in the words of the link; it is not asked for before it may be. */
function useName(link: InvitationLink): string {
  const { front } = useText()
  return link.organization ?? front.join.anOrganization
}

/** The way home, beneath a card that offers something else. */
function ToHome() {
  const { front } = useText()
  return <Link href={paths.home()}>{front.join.home}</Link>
}

/** A sentence, and the way home. */
function Said({ title, lead }: { title: string; lead: string }) {
  const { front } = useText()
  return (
    <AuthCard title={title} lead={lead}>
      <ButtonLink href={paths.home()} size="wide">
        {front.join.home}
      </ButtonLink>
    </AuthCard>
  )
}

function SignedOut({ link }: { link: InvitationLink }) {
  const { front } = useText()
  const name = useName(link)
  const { data: conditions } = useSuspenseQuery(invitationConditions(link))
  if (!conditions) return <Said title={front.join.lapsedTitle} lead={front.join.lapsed(name)} />
  const ways = [
    <ButtonLink
      key="login"
      size="wide"
      variant={link.hasAccount ? 'primary' : 'secondary'}
      href={comingFrom(here, paths.front.login())}
    >
      {front.join.logIn}
    </ButtonLink>,
    <ButtonLink
      key="signup"
      size="wide"
      variant={link.hasAccount ? 'secondary' : 'primary'}
      href={paths.front.finishSignup()}
    >
      {front.join.signUp}
    </ButtonLink>,
  ]
  return (
    <AuthCard title={front.join.title(name)} lead={front.join.invites(name, link.email)}>
      <Text>{front.join.effect}</Text>
      <Stack gap="1">{link.hasAccount ? ways : ways.reverse()}</Stack>
    </AuthCard>
  )
}

function SignedIn({ link }: { link: InvitationLink }) {
  const { front } = useText()
  const { list } = useFormat()
  const name = useName(link)
  const { organizations, twoFactorEnabled } = useProfile()
  const { data: conditions } = useSuspenseQuery(invitationConditions(link))
  const own = organizations.find(({ id }) => id === link.organizationId)
  // a profile holds where one is confirmed, and no other place
  if (own) return <Said title={front.join.memberTitle(own.name)} lead={front.join.member} />
  if (!conditions) return <Said title={front.join.lapsedTitle} lead={front.join.lapsed(name)} />
  if (conditions.twoStep && !twoFactorEnabled)
    return (
      <AuthCard title={front.join.title(name)} lead={front.join.twoStep(name)} footer={<ToHome />}>
        <ButtonLink href={paths.settings.twoStep()} variant="primary" size="wide">
          {front.join.setUpTwoStep}
        </ButtonLink>
      </AuthCard>
    )
  if (conditions.singleOrganization && organizations.length > 0) {
    const names = list(organizations.map((other) => other.name))
    return (
      <AuthCard
        title={front.join.title(name)}
        lead={front.join.single(name, names)}
        footer={<ToHome />}
      >
        <ButtonLink href={paths.settings.organizations()} variant="primary" size="wide">
          {front.join.own}
        </ButtonLink>
      </AuthCard>
    )
  }
  return (
    <AnswerInvitation
      link={link}
      name={name}
      recovers={conditions.recovery}
      footer={<ToHome />}
      done={<Said title={front.join.doneTitle} lead={front.join.done(name)} />}
    />
  )
}
