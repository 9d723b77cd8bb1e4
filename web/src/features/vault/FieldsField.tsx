import { useRef } from 'react'
import { useText } from '../../i18n'
import {
  Button,
  Columns,
  FormSection,
  Inline,
  Menu,
  PasswordField,
  Select,
  TextField,
} from '../../ui'
import { FIELD, type FieldType, isShownField } from './kinds'
import type { CustomField } from './writing'

interface Props {
  value: readonly CustomField[]
  onChange: (value: readonly CustomField[]) => void
  mayReadSecrets: boolean
}

/** Writes the custom fields of an item. What is not shown stays as it is. */
export function FieldsField({ value, onChange, mayReadSecrets }: Props) {
  const { common, vault: words } = useText()
  const add = useRef<HTMLButtonElement>(null)
  const began = useRef<number>(null)
  const shown = value.filter(({ type }) => isShownField(type, mayReadSecrets))
  const begin = (type: FieldType) => {
    const id = Math.max(-1, ...value.map((one) => one.id)) + 1
    began.current = id
    onChange([...value, { id, type, name: '', value: type === FIELD.yesOrNo ? 'false' : '' }])
  }
  return (
    <FormSection title={words.drawer.fields}>
      {shown.map((field, at) => (
        <Columns key={field.id}>
          <TextField
            name={`field.${field.id}.name`}
            label={words.edit.fieldName(at + 1)}
            value={field.name}
            onChange={(name) => onChange(value.map((it) => (it === field ? { ...it, name } : it)))}
            autoComplete="off"
            autoFocus={began.current === field.id}
            aside={
              <Button
                size="small"
                variant="quiet"
                aria-label={words.edit.removeField(at + 1)}
                onPress={() => {
                  onChange(value.filter((it) => it !== field))
                  // the button that had the focus is gone
                  add.current?.focus()
                }}
              >
                {common.actions.remove}
              </Button>
            }
          />
          <ValueInput
            field={field}
            label={words.edit.fieldValue(at + 1)}
            onChange={(said) =>
              onChange(value.map((it) => (it === field ? { ...it, value: said } : it)))
            }
          />
        </Columns>
      ))}
      <Inline>
        <Menu
          label={words.edit.addField}
          placement="bottom start"
          trigger={
            <Button ref={add} icon="add">
              {words.edit.addField}
            </Button>
          }
          entries={(['text', 'hidden', 'yesOrNo'] as const)
            .filter((one) => isShownField(FIELD[one], mayReadSecrets))
            .map((one) => ({
              id: one,
              label: words.edit.fieldTypes[one],
              onAction: () => begin(FIELD[one]),
            }))}
        />
      </Inline>
    </FormSection>
  )
}

interface ValueProps {
  field: CustomField
  label: string
  onChange: (value: string) => void
}

/** What a field says: a text, a masked one, or one of two. */
function ValueInput({ field: { id, type, value }, label, onChange }: ValueProps) {
  const { drawer } = useText().vault
  const shared = { name: `field.${id}.value`, label, value, onChange }
  if (type === FIELD.hidden) return <PasswordField {...shared} autoComplete="off" />
  if (type !== FIELD.yesOrNo) return <TextField {...shared} autoComplete="off" />
  return (
    <Select
      {...shared}
      options={[
        { value: 'true', label: drawer.yes },
        { value: 'false', label: drawer.no },
      ]}
    />
  )
}
