import { useState } from 'react'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { type Organization, useServerConfig } from '../../session'
import { Columns, ConfirmDialog, IconButton, Inline, Menu, Stack, Text, toast } from '../../ui'
import { ChangeRecipientDialog } from './ChangeRecipientDialog'
import { type Sponsorship, useOffer, useReinstateOwn, useResend, useRevokeOwn } from './queries'
import { removalOf } from './removal'
import { SponsorshipStatus } from './SponsorshipStatus'
import { isOpen, isTakenBack } from './status'

const OWNER = 0

interface Props {
  organization: Organization
  row: Sponsorship
}

/** The sponsorship a member gives in an organization, and what can be done about it. */
export function OwnSponsorship({ organization, row }: Props) {
  const text = useText()
  const { sponsorships: words } = text
  const { selfHosted } = useServerConfig()
  const format = useFormat()
  const at = { organization: organization.id, selfHosted }
  const revoke = useRevokeOwn(at)
  const reinstate = useReinstateOwn(at)
  const resend = useResend(at)
  const offer = useOffer(at)
  const [open, setOpen] = useState<'remove' | 'change' | null>(null)
  const close = () => setOpen(null)
  const failed = (cause: Error) => toast(cause.message, { tone: 'bad' })

  const undo = () =>
    reinstate.mutate(undefined, { onSuccess: () => toast(words.mine.undone), onError: failed })
  const entries = [
    ...(isOpen(row) && !selfHosted
      ? [
          {
            id: 'resend',
            icon: 'mail' as const,
            label: words.actions.resend,
            onAction: () =>
              resend.mutate([row.friendlyName ?? ''], {
                onSuccess: () => toast(words.mine.resent(1)),
                onError: failed,
              }),
          },
        ]
      : []),
    ...(isOpen(row)
      ? [{ id: 'change', label: words.actions.change, onAction: () => setOpen('change') }]
      : []),
    ...(isTakenBack(row) ? [{ id: 'undo', label: words.actions.undo, onAction: undo }] : []),
    ...(!row.toDelete && row.status !== 'ended'
      ? [
          {
            id: 'remove',
            label: words.actions.remove,
            tone: 'danger' as const,
            onAction: () => setOpen('remove'),
          },
        ]
      : []),
  ]

  return (
    <Stack>
      <Inline align="start" isWhole>
        <Columns>
          <Stack gap="half">
            <Text isStrong>{row.recipientEmail}</Text>
            <Text size="small" tone="muted">
              {organization.name}
            </Text>
          </Stack>
          <SponsorshipStatus
            row={row}
            syncHref={
              selfHosted && organization.type === OWNER
                ? paths.organization.sync(organization.id)
                : undefined
            }
          />
        </Columns>
        <Menu
          label={text.common.actions.more}
          trigger={<IconButton icon="more" label={text.common.actions.more} />}
          entries={entries}
        />
      </Inline>
      <ConfirmDialog
        isOpen={open === 'remove'}
        onOpenChange={close}
        title={words.removal.title(1)}
        confirmLabel={words.removal.confirm}
        onConfirm={async () => {
          await revoke.mutateAsync()
          toast(words.removal.done(1), { action: { label: words.actions.undo, onPress: undo } })
        }}
      >
        {removalOf(row, selfHosted, words, format)}
      </ConfirmDialog>
      {open === 'change' && (
        <ChangeRecipientDialog
          email={row.recipientEmail}
          onClose={close}
          onChange={(email) => offer.mutateAsync(email)}
        />
      )}
    </Stack>
  )
}
