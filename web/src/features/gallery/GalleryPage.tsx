import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppShell, Banner, Page as PageFrame, PageHead, Status, Tabs } from '../../ui'
import { Controls } from './Controls'
import { Displays } from './Displays'
import { Fields } from './Fields'
import { More } from './More'
import { Overlays } from './Overlays'
import { States } from './States'
import { Tables } from './Tables'

const GROUPS = [
  { id: 'controls', label: 'Controls', content: <Controls /> },
  { id: 'fields', label: 'Fields', content: <Fields /> },
  { id: 'overlays', label: 'Overlays', content: <Overlays /> },
  { id: 'displays', label: 'Displays', content: <Displays /> },
  { id: 'tables', label: 'Tables', content: <Tables /> },
  { id: 'more', label: 'More', content: <More /> },
  { id: 'states', label: 'States', content: <States /> },
]

/** Every component in every state, for looking at; its sentences are samples and in no catalogue. */
export function Page() {
  const { show = 'controls' } = useSearch({ strict: false }) as { show?: string }
  const navigate = useNavigate()
  return (
    <AppShell
      home="/gallery"
      crumbs={[
        { id: 'product', label: 'Wardstead', href: '/gallery' },
        {
          id: 'org',
          label: 'Gallery',
          switcher: [{ id: 'card', label: 'Signed-out page', icon: 'card', href: '/gallery/card' }],
        },
      ]}
      nav={[
        {
          id: 'work',
          items: [
            { label: 'Overview', href: '/gallery', icon: 'home', isCurrent: true },
            { label: 'Members', href: '/gallery?show=fields', icon: 'user', count: 3 },
            { label: 'Groups', href: '/gallery?show=overlays', icon: 'group' },
            { label: 'Collections', href: '/gallery?show=displays', icon: 'collection' },
          ],
        },
        {
          id: 'settings',
          label: 'Settings',
          items: [
            { label: 'Policies', href: '/gallery?show=states', icon: 'policy' },
            { label: 'Signed-out page', href: '/gallery/card', icon: 'card' },
          ],
        },
      ]}
      account={{
        name: 'Ada Owner',
        email: 'owner@example.com',
        groups: [
          {
            id: 'mine',
            entries: [{ id: 'settings', label: 'Settings', icon: 'gear', href: '/gallery' }],
          },
          {
            id: 'leave',
            entries: [{ id: 'out', label: 'Log out', icon: 'signOut', onAction: () => {} }],
          },
        ],
      }}
      banners={<Banner tone="warn">The license of this server ends in 12 days.</Banner>}
    >
      <PageFrame>
        <PageHead
          title="Gallery"
          state="Every component in every state. Change theme and density from the account menu."
          badge={<Status tone="ok">In use</Status>}
          menu={[{ id: 'card', label: 'Signed-out page', href: '/gallery/card' }]}
        />
        <Tabs
          label="Groups of components"
          tabs={GROUPS}
          selected={show}
          onSelect={(id) => void navigate({ to: '/gallery', search: { show: id } as never })}
        />
      </PageFrame>
    </AppShell>
  )
}
