import { useText } from '../../i18n'
import { ReadField, SecretField } from '../../ui'

interface Props {
  label: string
  value: string
  isSecret?: boolean
  isLong?: boolean
}

/** Only these are opened from here: anything else in an address could run. */
const isWeb = (text: string): boolean => /^https?:\/\/\S+$/i.test(text)

/** One text of an item. */
export function Value({ label, value, isSecret = false, isLong = false }: Props) {
  const { vault } = useText()
  if (isSecret) return <SecretField label={label} value={value} />
  const link = isWeb(value) ? { href: value, label: vault.drawer.visit } : undefined
  return <ReadField label={label} value={value} isLong={isLong} link={link} />
}
