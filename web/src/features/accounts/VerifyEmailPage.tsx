import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '../../i18n'
import { useLink } from '../../link'
import { paths } from '../../paths'
import { AuthCard, ButtonLink } from '../../ui'
import { emailVerification } from './queries'

/** Where the link leads that shows that an address is somebody's own. */
export function Page() {
  const { front, session } = useText()
  const said = useLink()
  const link = { userId: said.get('userId') ?? '', token: said.get('token') ?? '' }
  const { data: isVerified } = useSuspenseQuery(emailVerification(link))
  const words = front.verifyEmail
  return (
    <AuthCard title={words.title} lead={isVerified ? words.done : words.refused}>
      {!isVerified && <p>{words.again}</p>}
      <ButtonLink href={paths.home()} variant="primary" size="wide">
        {session.frame.toHome}
      </ButtonLink>
    </AuthCard>
  )
}
