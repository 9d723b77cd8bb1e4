import { CopyableId } from '../display/CopyableId'
import { FactList } from '../display/FactList'
import { TextField } from '../field/TextField'
import { Text } from '../layout/Layout'
import { QrCode } from './QrCode'

interface Props {
  /** What an app reads from the picture. */
  address: string
  /** What is typed where it cannot. */
  secret: string
  words: { scan: string; qr: string; key: string; code: string; codeHelp?: string }
}

const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The key for an authenticator app, and the field `code` for the first code it shows. */
export function AuthenticatorKey({ address, secret, words }: Props) {
  return (
    <>
      <Text>{words.scan}</Text>
      <QrCode value={address} label={words.qr} />
      <FactList
        isStacked
        facts={[
          { term: words.key, value: <CopyableId label={words.key} value={inGroups(secret)} /> },
        ]}
      />
      <TextField
        name="code"
        label={words.code}
        {...(words.codeHelp !== undefined && { description: words.codeHelp })}
        inputMode="numeric"
        autoComplete="one-time-code"
        isMono
        isRequired
        autoFocus
      />
    </>
  )
}
