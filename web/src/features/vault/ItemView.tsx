import { useFormat, useText } from '../../i18n'
import { FactList, SecretField, Section, Stack, Text } from '../../ui'
import { type Content, FIELD, type Item, isShownField, kindOf, partOf } from './kinds'
import { useNames } from './queries'
import { Value } from './Value'

interface Props {
  item: Item
  content: Content
  /** The organization it belongs to; null for the person's own. */
  owner: string | null
}

/** What an item says: secrets masked until they are asked for, everything to be copied. */
export function ItemView({ item, content, owner }: Props) {
  const { vault: words } = useText()
  const { dateTime, list } = useFormat()
  const { collections } = useNames()
  const { texts, secrets } = kindOf(item)
  const part = partOf(content)
  const passkeys = item.login?.fido2Credentials?.length ?? 0
  const addresses = content.login?.uris?.flatMap(({ uri }) => uri || []) ?? []
  const fields = content.fields?.filter(({ type }) => type !== FIELD.linked) ?? []
  const shelved = collections
    .filter(({ id }) => item.collectionIds.includes(id))
    .map(({ name }) => name ?? words.unreadable)
  const history = content.passwordHistory ?? []

  return (
    <>
      <Stack>
        {texts.map((name) => {
          const value = part[name]
          if (typeof value !== 'string' || value === '') return null
          const isSecret = secrets.includes(name)
          const label = words.texts[name] ?? name
          if (isSecret && !item.viewPassword)
            return (
              <Text key={name} tone="muted">
                {words.drawer.withheld(label)}
              </Text>
            )
          return <Value key={name} label={label} value={value} isSecret={isSecret} />
        })}
        {addresses.map((address, at) => (
          <Value
            // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else that is their own
            key={at}
            label={words.drawer.address}
            value={address}
          />
        ))}
        {passkeys > 0 && <Text tone="muted">{words.drawer.passkeys(passkeys)}</Text>}
        {content.notes && <Value label={words.drawer.notes} value={content.notes} isLong />}
      </Stack>
      {fields.length > 0 && (
        <Section title={words.drawer.fields}>
          <Stack>
            {fields.map((field, at) => (
              <FieldValue
                // biome-ignore lint/suspicious/noArrayIndexKey: names may be alike
                key={at}
                field={field}
                mayReadSecrets={item.viewPassword}
              />
            ))}
          </Stack>
        </Section>
      )}
      {history.length > 0 && item.viewPassword && (
        <Section title={words.drawer.history}>
          <Stack>
            {history.map(({ password, lastUsedDate }) => (
              <SecretField
                key={lastUsedDate}
                label={words.drawer.until(dateTime(lastUsedDate))}
                value={password ?? ''}
              />
            ))}
          </Stack>
        </Section>
      )}
      <FactList
        facts={[
          ...(owner === null
            ? []
            : [
                { term: words.columns.owner, value: owner },
                { term: words.collections.label, value: list(shelved) || words.collections.none },
              ]),
          { term: words.drawer.changed, value: dateTime(item.revisionDate) },
          { term: words.drawer.made, value: dateTime(item.creationDate) },
          ...(item.deletedDate
            ? [{ term: words.drawer.trashed, value: dateTime(item.deletedDate) }]
            : []),
        ]}
      />
    </>
  )
}

interface FieldProps {
  field: NonNullable<Content['fields']>[number]
  mayReadSecrets: boolean
}

/** What a custom field says. */
function FieldValue({ field: { type, name, value }, mayReadSecrets }: FieldProps) {
  const { drawer } = useText().vault
  const label = name ?? drawer.field
  if (!isShownField(type, mayReadSecrets)) return <Text tone="muted">{drawer.withheld(label)}</Text>
  if (type === FIELD.yesOrNo)
    return <Value label={label} value={value === 'true' ? drawer.yes : drawer.no} />
  return <Value label={label} value={value ?? ''} isSecret={type === FIELD.hidden} />
}
