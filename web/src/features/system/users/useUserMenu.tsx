import { useText } from '../../../i18n'
import type { MenuEntry } from '../../../ui'
import { useTelling } from '../useTelling'
import type { UserLine } from './queries'
import { useEnableUser, useVerifyUser } from './queries'
import type { Asked } from './UserQuestion'

/** What can be done to an account; what is hard to undo is asked first. */
export function useUserMenu(ask: (asked: Asked) => void) {
  const { actions, ...words } = useText().system.users
  const tell = useTelling()
  const enable = useEnableUser()
  const verify = useVerifyUser()

  return ({ id, email, enabled, emailVerified }: UserLine | Pick<UserLine, Needed>): MenuEntry[] =>
    [
      !emailVerified && {
        id: 'verify',
        label: actions.verify,
        icon: 'mail' as const,
        onAction: () => verify.mutate(id, tell(words.verifySent(email))),
      },
      enabled
        ? {
            id: 'disable',
            label: actions.disable,
            icon: 'ban' as const,
            onAction: () => ask({ what: 'disable', id }),
          }
        : {
            id: 'enable',
            label: actions.enable,
            icon: 'check' as const,
            onAction: () => enable.mutate({ id, enable: true }, tell(words.enabledNow(email))),
          },
      {
        id: 'delete',
        label: actions.delete,
        icon: 'trash' as const,
        tone: 'danger' as const,
        onAction: () => ask({ what: 'delete', id }),
      },
    ].filter((entry) => entry !== false)
}

type Needed = 'id' | 'email' | 'enabled' | 'emailVerified'
