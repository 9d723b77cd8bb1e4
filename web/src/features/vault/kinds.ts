import type { Schema } from '../../api'
import type { IconName } from '../../ui'

/** An item as a sync has it: what it says is encrypted. */
export type Item = Schema['CipherDetailsResponse']
export type Content = Schema['CipherContent']

/** The part of an item that only its kind has, by the name on the wire. */
export type PartName =
  | 'login'
  | 'card'
  | 'identity'
  | 'sshKey'
  | 'bankAccount'
  | 'driversLicense'
  | 'passport'

export interface Kind {
  type: number
  name: PartName | 'note'
  part: PartName | null
  icon: IconName
  /** Its texts, in the order they are read. */
  texts: readonly string[]
  /** Those among them that stay masked. */
  secrets: readonly string[]
}

const kind = (
  type: number,
  part: PartName,
  icon: IconName,
  texts: string,
  secrets: string,
): Kind => ({
  type,
  name: part,
  part,
  icon,
  texts: texts.split(' '),
  secrets: secrets.split(' '),
})

/** The kinds of items, by the protocol's numbers. */
export const KINDS: readonly Kind[] = [
  kind(1, 'login', 'key', 'username password totp', 'password totp'),
  { type: 2, name: 'note', part: null, icon: 'note', texts: [], secrets: [] },
  kind(3, 'card', 'card', 'cardholderName brand number expMonth expYear code', 'number code'),
  kind(
    4,
    'identity',
    'id',
    'title firstName middleName lastName username company email phone address1 address2 address3 postalCode city state country ssn passportNumber licenseNumber',
    'ssn passportNumber licenseNumber',
  ),
  kind(5, 'sshKey', 'code', 'publicKey privateKey keyFingerprint', 'privateKey'),
  kind(
    6,
    'bankAccount',
    'building',
    'bankName nameOnAccount accountType accountNumber routingNumber branchNumber swiftCode iban pin bankContactPhone',
    'accountNumber pin iban',
  ),
  kind(
    7,
    'driversLicense',
    'license',
    'firstName middleName lastName licenseNumber issuingCountry issuingState issuingAuthority issueDate expirationDate licenseClass dateOfBirth',
    'licenseNumber',
  ),
  kind(
    8,
    'passport',
    'globe',
    'surname givenName passportNumber passportType nationality nationalIdentificationNumber issuingCountry issuingAuthority issueDate expirationDate dateOfBirth birthPlace sex',
    'passportNumber nationalIdentificationNumber',
  ),
]

/** The kinds of custom fields, by the protocol's numbers. */
export const FIELD = { text: 0, hidden: 1, yesOrNo: 2, linked: 3 } as const
export type FieldType = (typeof FIELD)[keyof typeof FIELD]

/** Whether a custom field says something here: one that is linked only fills in forms elsewhere. */
export const isShownField = (type: number, mayReadSecrets: boolean): boolean =>
  type !== FIELD.linked && (type !== FIELD.hidden || mayReadSecrets)

const NOTE = KINDS[1] as Kind

/** The kind of an item; one from a newer client reads as what all have: a name and notes. */
export const kindOf = ({ type }: { type: number }): Kind =>
  KINDS.find((one) => one.type === type) ?? NOTE

/** The texts of an item that only its kind has, by their names. */
export function partOf(content: Content): Readonly<Record<string, unknown>> {
  const { part } = kindOf(content)
  return ((part && content[part]) || {}) as Record<string, unknown>
}
