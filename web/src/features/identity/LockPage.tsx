import { paths } from '../../paths'
import { Redirect, useDestination, useSession } from '../../session'
import { UnlockCard } from './UnlockCard'

/** Where a reload leads: signed in, but without keys. */
export function Page() {
  const { state } = useSession()
  const { wanted, via } = useDestination()
  if (state === 'unlocked') return <Redirect to={wanted} />
  if (state !== 'locked') return <Redirect to={via(paths.front.login())} />
  return <UnlockCard />
}
