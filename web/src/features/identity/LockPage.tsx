import { paths } from '../../paths'
import { Redirect, useSession } from '../../session'
import { UnlockCard } from './UnlockCard'
import { useDestination } from './useDestination'

/** Where a reload leads: signed in, but without keys. */
export function Page() {
  const { state } = useSession()
  const { wanted, search } = useDestination()
  if (state === 'unlocked') return <Redirect to={wanted} />
  if (state !== 'locked') return <Redirect to={paths.front.login()} search={search} />
  return <UnlockCard />
}
