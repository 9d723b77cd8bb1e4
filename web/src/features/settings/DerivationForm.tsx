import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { KDF_RANGES, type KdfSettings } from '../../crypto'
import { type Format, type Messages, useFormat, useText } from '../../i18n'
import {
  type Algorithm,
  algorithmOf,
  isLow,
  RECOMMENDED,
  settingsOf,
} from '../../password/derivation'
import { accountOf, changeDerivation, cryptoAtField, useSession } from '../../session'
import {
  Button,
  Callout,
  Columns,
  Form,
  NumberField,
  PasswordField,
  RadioCards,
  Text,
} from '../../ui'

/** Changes how the master password becomes a key. */
export function DerivationForm() {
  const text = useText()
  const format = useFormat()
  const words = text.settings.security
  const kdf = accountOf(useSession())?.kdf
  const [algorithm, setAlgorithm] = useState<Algorithm>(kdf ? algorithmOf(kdf) : 'argon2id')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (change: Parameters<typeof changeDerivation>[0]) =>
      changeDerivation(change).catch(cryptoAtField('current')),
  })
  if (!kdf) return null
  const now = said(kdf, words, format)
  return (
    <Form
      error={error}
      onSubmit={(values) =>
        mutate({
          password: String(values.get('current')),
          kdf: settingsOf(algorithm, values),
        })
      }
      actions={
        <Button type="submit" variant="primary" isPending={isPending}>
          {words.derivationSubmit}
        </Button>
      }
    >
      {isLow(kdf) ? (
        <Callout tone="warn" title={now}>
          {words.low}
        </Callout>
      ) : (
        <Text>{now}</Text>
      )}
      <RadioCards
        label={words.algorithm}
        value={algorithm}
        onChange={setAlgorithm}
        columns={2}
        options={[
          { value: 'argon2id', title: words.argon2idName, description: words.argon2idAbout },
          { value: 'pbkdf2', title: words.pbkdf2Name, description: words.pbkdf2About },
        ]}
      />
      <Amounts key={algorithm} algorithm={algorithm} kdf={kdf} />
      <PasswordField label={words.current} name="current" isRequired />
    </Form>
  )
}

function said(kdf: KdfSettings, words: Messages['settings']['security'], { number }: Format) {
  const iterations = number(kdf.iterations)
  if (algorithmOf(kdf) === 'pbkdf2') return words.pbkdf2(iterations)
  return words.argon2id(iterations, number(kdf.memory ?? 0), number(kdf.parallelism ?? 0))
}

/** The account's own amounts where the algorithm stays, else what is recommended. */
function Amounts({ algorithm, kdf }: { algorithm: Algorithm; kdf: KdfSettings }) {
  const { settings } = useText()
  const words = settings.security
  const own = algorithmOf(kdf) === algorithm
  if (algorithm === 'pbkdf2') {
    const { min, max } = KDF_RANGES.pbkdf2.iterations
    const recommended = RECOMMENDED.pbkdf2.iterations
    return (
      <NumberField
        label={words.iterations}
        name="iterations"
        minValue={min}
        maxValue={max}
        step={10_000}
        defaultValue={own ? Math.max(kdf.iterations, min) : recommended}
        isRequired
      />
    )
  }
  const { iterations, memory, parallelism } = KDF_RANGES.argon2id
  const recommended = RECOMMENDED.argon2id
  return (
    <Columns layout="thirds">
      <NumberField
        label={words.iterations}
        name="iterations"
        minValue={iterations.min}
        maxValue={iterations.max}
        defaultValue={own ? kdf.iterations : recommended.iterations}
        isRequired
      />
      <NumberField
        label={words.memory}
        name="memory"
        unit={words.memoryUnit}
        minValue={memory.min}
        maxValue={memory.max}
        defaultValue={own ? (kdf.memory ?? recommended.memory) : recommended.memory}
        isRequired
      />
      <NumberField
        label={words.lanes}
        name="parallelism"
        minValue={parallelism.min}
        maxValue={parallelism.max}
        defaultValue={own ? (kdf.parallelism ?? recommended.parallelism) : recommended.parallelism}
        isRequired
      />
    </Columns>
  )
}
