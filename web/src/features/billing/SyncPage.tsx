import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { paths } from '../../paths'
import { useOrganization } from '../../session'
import { syncState } from '../../sync/panel'
import { ButtonLink, Page as Frame, PageHead, SyncPanel, toast } from '../../ui'
import { syncPanel, useSyncNow } from './queries'

/** What somebody mends on the page of the subscription. */
const SET_UP = new Set(['noToken', 'newToken', 'notConnected', 'disabled'])

/** How the organization's sync with its cloud, or with its own server, stands. */
export function Page() {
  const text = useText()
  const format = useFormat()
  const { id, name } = useOrganization()
  const { data: panel } = useSuspenseQuery(syncPanel(id))
  const { mutate, isPending, error } = useSyncNow(id)
  const begin = () => mutate(undefined, { onSuccess: () => toast(text.licensing.done) })
  return (
    <Frame>
      <PageHead
        title={text.licensing.title}
        context={name}
        back={{ label: text.billing.title, href: paths.organization.subscription(id) }}
      />
      <SyncPanel
        title={text.billing.sync.panel}
        sync={syncState(panel, text, format)}
        isSyncing={isPending}
        error={error}
        {...(SET_UP.has(panel.status) && {
          actions: (
            <ButtonLink href={paths.organization.subscription(id)}>
              {text.billing.sync.begin}
            </ButtonLink>
          ),
        })}
        {...(panel.beginsHere && panel.connection?.enabled && { onSync: begin })}
      />
    </Frame>
  )
}
