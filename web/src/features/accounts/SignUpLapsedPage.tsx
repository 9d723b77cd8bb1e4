import { useText } from '../../i18n'
import { useLink } from '../../link'
import { AskForLink } from './SignUpPage'

/** A link that came too late: another one can be had at once. */
export function Page() {
  const { front } = useText()
  const email = useLink().get('email') ?? ''
  return <AskForLink title={front.signUp.lapsedTitle} lead={front.signUp.lapsed} email={email} />
}
