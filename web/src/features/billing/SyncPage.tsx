import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { paths } from '../../paths'
import { useOrganization } from '../../session'
import { SyncPanel } from '../../sync/SyncPanel'
import { Page as Frame, PageHead, toast } from '../../ui'
import { syncPanel, useSyncNow } from './queries'

/** How the organization's sync with its cloud, or with its own server, stands. */
export function Page() {
  const { billing, licensing: words } = useText()
  const { id, name } = useOrganization()
  const { data: panel } = useSuspenseQuery(syncPanel(id))
  const { mutate, isPending, error } = useSyncNow(id)
  return (
    <Frame>
      <PageHead
        title={words.title}
        context={name}
        back={{ label: billing.title, href: paths.organization.subscription(id) }}
      />
      <SyncPanel
        panel={panel}
        isSyncing={isPending}
        error={error}
        onSync={() => mutate(undefined, { onSuccess: () => toast(words.done) })}
      />
    </Frame>
  )
}
