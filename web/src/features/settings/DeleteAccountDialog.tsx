import { useFormat, useText } from '../../i18n'
import { ProofDialog } from '../../password/ProofDialog'
import { atField, logOut, useProfile } from '../../session'
import { Callout, TextField } from '../../ui'
import { deleteAccount } from './queries'

interface Props {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Deletes the account: what is lost, its address typed, and the master password. */
export function DeleteAccountDialog(props: Props) {
  const { settings } = useText()
  const { list } = useFormat()
  const { email, organizations } = useProfile()
  const words = settings.remove
  const names = list(organizations.map(({ name }) => name))
  return (
    <ProofDialog
      {...props}
      title={words.title}
      submit={words.submit}
      tone="danger"
      check={(values) => {
        const typed = String(values.get('email')).trim().toLowerCase()
        if (typed !== email.toLowerCase()) throw atField('email', words.mismatch(email))
      }}
      onProven={async (hash) => {
        await deleteAccount(hash)
        await logOut()
      }}
    >
      <Callout tone="bad" title={words.consequences}>
        <ul>
          <li>{words.vault}</li>
          {organizations.length > 0 && <li>{words.organizations(organizations.length, names)}</li>}
          {organizations.length > 0 && <li>{words.owner}</li>}
        </ul>
      </Callout>
      <TextField label={words.typed} name="email" autoComplete="off" isRequired autoFocus />
    </ProofDialog>
  )
}
