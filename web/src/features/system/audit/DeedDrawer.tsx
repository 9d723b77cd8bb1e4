import { useFormat, useText } from '../../../i18n'
import { CopyableId, Drawer, type Fact, FactList, Link } from '../../../ui'
import { actOf, changeOf, madeFor, pageOf, targetOf, whoOf } from './deed'
import type { Deed } from './queries'

/** One entry of the audit in full: what was before, what is since, and from where. */
export function DeedDrawer({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  const text = useText()
  const { common } = text
  const { audit: words } = text.system
  const format = useFormat()
  const page = pageOf(deed)
  const target = targetOf(deed, text)
  const server = madeFor(deed)
  const change = changeOf(deed, text, format)
  const facts: (Fact | null)[] = [
    { term: words.when, value: format.dateTime(deed.date) },
    { term: words.who, value: whoOf(deed, words) },
    deed.ipAddress ? { term: words.address, value: deed.ipAddress } : null,
    target
      ? { term: words.target, value: page ? <Link href={page}>{target}</Link> : target }
      : null,
    server ? { term: words.server, value: server } : null,
    change && { term: words.before, value: change.before ?? common.none },
    change && { term: words.after, value: change.after ?? common.none },
    deed.subjectId
      ? {
          term: words.subjectId,
          value: <CopyableId label={words.subjectId} value={deed.subjectId} />,
        }
      : null,
    { term: words.word, value: deed.action },
    { term: words.id, value: <CopyableId label={words.id} value={deed.id} /> },
  ]
  return (
    <Drawer title={actOf(deed, words)} size="wide" isOpen onOpenChange={onClose}>
      <FactList facts={facts.filter((fact) => fact !== null)} />
    </Drawer>
  )
}
