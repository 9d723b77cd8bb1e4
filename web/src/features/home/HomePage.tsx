import { useText } from '../../i18n'
import { useProfile } from '../../session'
import { Page as Layout, PageHead } from '../../ui'

/** What needs the person. */
export function Page() {
  const { session } = useText()
  const { name, email } = useProfile()
  return (
    <Layout>
      <PageHead title={session.home.title} state={session.home.welcome(name || email)} />
    </Layout>
  )
}
