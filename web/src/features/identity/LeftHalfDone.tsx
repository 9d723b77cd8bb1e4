import { useText } from '../../i18n'
import { paths } from '../../paths'
import { Redirect, useDestination, useSession } from '../../session'
import { AuthCard, ButtonLink } from '../../ui'

/** In place of a second step nobody is in: on to the page they wanted, or back to the first. */
export function LeftHalfDone({ title }: { title: string }) {
  const { front } = useText()
  const { state } = useSession()
  const { wanted, via } = useDestination()
  if (state === 'unlocked') return <Redirect to={wanted} />
  if (state === 'locked') return <Redirect to={via(paths.front.lock())} />
  return (
    <AuthCard title={title} lead={front.twoStep.left}>
      <ButtonLink href={via(paths.front.login())} variant="primary" size="wide">
        {front.twoStep.startAgain}
      </ButtonLink>
    </AuthCard>
  )
}
