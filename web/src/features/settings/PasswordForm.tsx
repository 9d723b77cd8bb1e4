import { useQuery } from '@tanstack/react-query'
import { useFormat, useText } from '../../i18n'
import { ChangePasswordForm } from '../../password/ChangePasswordForm'
import { EVERYBODY } from '../../password/requirements'
import { changePassword, useProfile } from '../../session'
import { Callout } from '../../ui'
import { passwordDemand } from './queries'

/** Changes the master password, and by that ends every session. */
export function PasswordForm() {
  const { settings } = useText()
  const { list } = useFormat()
  const { email, organizations } = useProfile()
  const words = settings.security
  const asking = organizations.filter(({ usePolicies }) => usePolicies)
  const { data: demand } = useQuery(passwordDemand(asking))
  return (
    <ChangePasswordForm
      email={email}
      rules={demand?.rules ?? EVERYBODY}
      submit={words.submit}
      change={changePassword}
    >
      {demand && demand.names.length > 0 && <Callout>{words.demanded(list(demand.names))}</Callout>}
    </ChangePasswordForm>
  )
}
