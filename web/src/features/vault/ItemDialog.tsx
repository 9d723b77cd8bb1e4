import { useState } from 'react'
import { generatePassword, PASSWORD_DEFAULTS } from '../../crypto'
import { useText } from '../../i18n'
import {
  Button,
  Checkbox,
  Dialog,
  Form,
  FormActions,
  PasswordField,
  Select,
  TextArea,
  TextField,
  toast,
} from '../../ui'
import { useSaveItem } from './changes'
import { FieldsField } from './FieldsField'
import { kindOf, partOf } from './kinds'
import { OwnerFields } from './OwnerFields'
import { ownerIn, useTakers } from './owners'
import { folderOf, type Place } from './places'
import { type Named, useNames } from './queries'
import { type Before, type CustomField, type Draft, fieldsOf, type Owner } from './writing'

const NO_FOLDER = 'none'

interface Props {
  type: number
  /** Null for a new item. */
  before: Before | null
  /** The part of the vault a new one is begun in. */
  place: Place
  onClose: () => void
}

/** Writes an item, a new one or one there is. */
export function ItemDialog({ type, before, place, onClose }: Props) {
  const { common, vault: words } = useText()
  const { folders } = useNames()
  const { mutate, error, isPending } = useSaveItem()
  const takers = useTakers()
  const [owner, setOwner] = useState<Owner | null>(() => ownerIn(place, takers))
  const [insists, setInsists] = useState(false)
  const [fields, setFields] = useState<readonly CustomField[]>(() =>
    before ? fieldsOf(before.content) : [],
  )
  const kind = kindOf({ type })
  const part = before ? partOf(before.content) : {}
  const mayReadSecrets = before?.item.viewPassword ?? true
  const names = kind.texts.filter((name) => mayReadSecrets || !kind.secrets.includes(name))
  const kindName = words.kinds[kind.name]
  const title = before ? words.edit.title(kindName) : words.edit.newTitle(kindName)
  const addresses = before?.content.login?.uris?.flatMap(({ uri }) => uri || []) ?? []

  const draftOf = (values: FormData): Draft => {
    const said = (name: string) => String(values.get(name) ?? '')
    const folder = said('folder')
    return {
      type,
      name: said('name').trim(),
      notes: said('notes'),
      folderId: folder === NO_FOLDER ? null : folder || null,
      isFavorite: values.get('favorite') !== null,
      isGuarded: values.get('guarded') !== null,
      owner,
      texts: Object.fromEntries(names.map((name) => [name, said(`text.${name}`)])),
      addresses: type === 1 ? lines(said('addresses')) : null,
      fields,
    }
  }

  return (
    <Dialog isOpen onOpenChange={onClose} isBusy={isPending} title={title}>
      <Form
        aria-label={title}
        error={error}
        onSubmit={(values) => {
          if (!before && owner?.collections.length === 0) return setInsists(true)
          mutate(
            { draft: draftOf(values), before },
            {
              onSuccess: () => {
                toast(before ? words.edit.saved : words.edit.created)
                onClose()
              },
            },
          )
        }}
        actions={
          <FormActions submit={common.actions.save} isPending={isPending} onCancel={onClose} />
        }
      >
        <TextField
          name="name"
          label={words.columns.name}
          defaultValue={before?.content.name ?? ''}
          autoComplete="off"
          isRequired
          autoFocus
        />
        {!before && takers.length > 0 && (
          <OwnerFields
            takers={takers}
            value={owner}
            onChange={(next) => {
              setOwner(next)
              setInsists(false)
            }}
            errorMessage={insists ? words.collections.missing : undefined}
          />
        )}
        <Select
          name="folder"
          label={words.edit.folder}
          defaultValue={(before ? before.item.folderId : folderOf(place)) ?? NO_FOLDER}
          options={[
            { value: NO_FOLDER, label: words.places.noFolder },
            ...folders.map(({ id, name }: Named) => ({
              value: id,
              label: name ?? words.unreadable,
            })),
          ]}
        />
        {names.map((name) => {
          const shared = {
            name: `text.${name}`,
            label: words.texts[name] ?? name,
            value: typeof part[name] === 'string' ? part[name] : '',
          }
          return kind.secrets.includes(name) ? (
            <SecretInput key={name} {...shared} isGenerated={name === 'password'} />
          ) : (
            <TextField
              key={name}
              name={shared.name}
              label={shared.label}
              defaultValue={shared.value}
              autoComplete="off"
            />
          )
        })}
        {type === 1 && (
          <TextArea
            name="addresses"
            label={words.edit.addresses}
            description={words.edit.addressesHelp}
            defaultValue={addresses.join('\n')}
            rows={2}
          />
        )}
        <TextArea
          name="notes"
          label={words.drawer.notes}
          defaultValue={before?.content.notes ?? ''}
          rows={type === 2 ? 10 : 3}
        />
        <FieldsField value={fields} onChange={setFields} mayReadSecrets={mayReadSecrets} />
        <Checkbox name="favorite" defaultSelected={before?.item.favorite ?? false}>
          {words.edit.favorite}
        </Checkbox>
        <Checkbox name="guarded" defaultSelected={before?.item.reprompt === 1}>
          {words.edit.guarded}
        </Checkbox>
      </Form>
    </Dialog>
  )
}

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

interface SecretProps {
  name: string
  label: string
  value: string
  isGenerated: boolean
}

/** A secret being written; a password can be made here. */
function SecretInput({ name, label, value, isGenerated }: SecretProps) {
  const { vault: words } = useText()
  const [typed, setTyped] = useState(value)
  return (
    <PasswordField
      name={name}
      label={label}
      value={typed}
      onChange={setTyped}
      autoComplete="off"
      aside={
        isGenerated && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => setTyped(generatePassword(PASSWORD_DEFAULTS))}
          >
            {words.edit.generate}
          </Button>
        )
      }
    />
  )
}
