import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { syncQuery, useProfile } from '../../session'
import {
  Button,
  ButtonLink,
  Card,
  ConfirmDialog,
  EmptyState,
  Inline,
  Page as Layout,
  PageHead,
  Stack,
  Status,
  Text,
  toast,
} from '../../ui'
import { useLeave } from './queries'
import { EnrolDialog, WithdrawDialog } from './RecoveryEnrolment'
import { type Member, type RecoveryPolicy, recoveryPolicy } from './recovery'

/** What each organization may do with the account. */
export function Page() {
  const {
    organizations: { settings: organization },
    session,
    settings,
  } = useText()
  const { compare } = useFormat()
  const { mutateAsync: leave } = useLeave()
  const { organizations } = useProfile()
  const { data: sync } = useQuery(syncQuery())
  const [asked, setAsked] = useState<{ to: 'enrol' | 'withdraw'; member: Member } | null>(null)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const words = settings.organizations
  const members = [...organizations].sort((a, b) => compare(a.name, b.name))
  const close = () => setAsked(null)
  return (
    <Layout width="narrow">
      <PageHead title={words.title} state={words.state} />
      {members.length === 0 && (
        <EmptyState
          kind="nothing"
          icon="building"
          title={settings.home.none}
          action={
            <ButtonLink href={paths.newOrganization()} icon="add">
              {session.frame.newOrganization}
            </ButtonLink>
          }
        >
          {settings.home.noneWhy}
        </EmptyState>
      )}
      {members.map((member) => (
        <Card
          key={member.id}
          title={member.name}
          description={words.about}
          actions={
            <Button
              size="small"
              aria-label={words.leaveOf(member.name)}
              onPress={() => setLeaving(member)}
            >
              {words.leave}
            </Button>
          }
        >
          <Recovery
            member={member}
            policy={sync ? recoveryPolicy(member, sync.policies) : null}
            onAsk={(to) => setAsked({ to, member })}
          />
        </Card>
      ))}
      {asked?.to === 'enrol' && <EnrolDialog member={asked.member} onClose={close} />}
      <ConfirmDialog
        isOpen={leaving !== null}
        onOpenChange={() => setLeaving(null)}
        title={organization.leaveTitle(leaving?.name ?? '')}
        confirmLabel={organization.leave}
        onConfirm={async () => {
          if (leaving) await leave(leaving.id)
          toast(organization.left)
        }}
      >
        {organization.leaveWhy}
      </ConfirmDialog>
      {asked?.to === 'withdraw' && <WithdrawDialog member={asked.member} onClose={close} />}
    </Layout>
  )
}

interface RecoveryProps {
  member: Member
  /** Null until it is known. */
  policy: RecoveryPolicy | null
  onAsk: (to: 'enrol' | 'withdraw') => void
}

/** Whether administrators can recover the account, and what the person may decide of it. */
function Recovery({ member, policy, onAsk }: RecoveryProps) {
  const words = useText().settings.organizations
  const { name, resetPasswordEnrolled: isEnrolled } = member
  const isAsked = policy === 'offered' || policy === 'demanded'
  const mayWithdraw = policy !== null && policy !== 'demanded'
  const way = isEnrolled ? mayWithdraw && 'withdraw' : isAsked && 'enrol'
  return (
    <Stack>
      <Inline justify="between">
        {isEnrolled ? (
          <Status tone="ok">{words.enrolled}</Status>
        ) : (
          <Status tone="neutral">{words.notEnrolled}</Status>
        )}
        {/* one button for either way, so that the focus stays on it */}
        {way && (
          <Button
            variant={way === 'enrol' ? 'primary' : 'secondary'}
            aria-label={(way === 'enrol' ? words.enrolFor : words.withdrawFor)(name)}
            onPress={() => onAsk(way)}
          >
            {words[way]}
          </Button>
        )}
      </Inline>
      {policy === 'demanded' && <Text tone="muted">{words.demanded(name)}</Text>}
      {policy === 'off' && !isEnrolled && <Text tone="muted">{words.off(name)}</Text>}
    </Stack>
  )
}
