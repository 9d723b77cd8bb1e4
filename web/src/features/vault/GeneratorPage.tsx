import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  generatePassphrase,
  generatePassword,
  PASSPHRASE_DEFAULTS,
  PASSPHRASE_WORDS,
  PASSWORD_DEFAULTS,
  PASSWORD_LENGTH,
  type PassphraseOptions,
  type PasswordOptions,
} from '../../crypto'
import { useText } from '../../i18n'
import {
  Button,
  Card,
  Checkbox,
  Page as Frame,
  Inline,
  NumberField,
  PageHead,
  SecretField,
  Stack,
  Tabs,
  TextField,
} from '../../ui'

const KINDS_OF_CHARACTERS = [
  'lowercase',
  'uppercase',
  'digits',
  'symbols',
  'avoidAmbiguous',
] as const
const WAYS_OF_WORDS = ['capitalize', 'includeNumber'] as const

/** Makes passwords and passphrases. */
export function Page() {
  const { vault } = useText()
  const { generator: words } = vault
  return (
    <Frame width="narrow">
      <PageHead title={words.title} state={words.state} />
      <Tabs
        label={words.kind}
        tabs={[
          { id: 'password', label: words.password, content: <Password /> },
          { id: 'passphrase', label: words.passphrase, content: <Passphrase /> },
        ]}
      />
    </Frame>
  )
}

function Password() {
  const { vault } = useText()
  const { generator: words } = vault
  const [options, choose] = useState<PasswordOptions>(PASSWORD_DEFAULTS)
  const [made, make] = useState(() => generatePassword(PASSWORD_DEFAULTS))
  const change = (part: Partial<PasswordOptions>) => {
    const next = { ...options, ...part }
    choose(next)
    make(generatePassword(next))
  }
  return (
    <Made
      label={words.result.password}
      value={made}
      onAgain={() => make(generatePassword(options))}
    >
      <NumberField
        label={words.length}
        minValue={PASSWORD_LENGTH.min}
        maxValue={PASSWORD_LENGTH.max}
        value={options.length}
        onChange={(length) => change({ length: length || PASSWORD_DEFAULTS.length })}
      />
      {KINDS_OF_CHARACTERS.map((name) => (
        <Checkbox
          key={name}
          isSelected={options[name]}
          onChange={(isOn) => change({ [name]: isOn })}
        >
          {words[name]}
        </Checkbox>
      ))}
    </Made>
  )
}

function Passphrase() {
  const { vault } = useText()
  const { generator: words } = vault
  const [options, choose] = useState<PassphraseOptions>(PASSPHRASE_DEFAULTS)
  const [times, again] = useState(0)
  // the words come with a file of their own
  const { data: made = '' } = useQuery({
    queryKey: ['vault', 'passphrase', options, times],
    queryFn: () => generatePassphrase(options),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
  const change = (part: Partial<PassphraseOptions>) => choose({ ...options, ...part })
  return (
    <Made label={words.result.passphrase} value={made} onAgain={() => again(times + 1)}>
      <NumberField
        label={words.words}
        minValue={PASSPHRASE_WORDS.min}
        maxValue={PASSPHRASE_WORDS.max}
        value={options.words}
        onChange={(count) => change({ words: count || PASSPHRASE_DEFAULTS.words })}
      />
      <TextField
        label={words.separator}
        value={options.separator}
        maxLength={3}
        onChange={(separator) => change({ separator })}
      />
      {WAYS_OF_WORDS.map((name) => (
        <Checkbox
          key={name}
          isSelected={options[name]}
          onChange={(isOn) => change({ [name]: isOn })}
        >
          {words[name]}
        </Checkbox>
      ))}
    </Made>
  )
}

interface MadeProps {
  label: string
  value: string
  onAgain: () => void
  /** How it is made. */
  children: ReactNode
}

function Made({ label, value, onAgain, children }: MadeProps) {
  const { vault } = useText()
  return (
    <Card>
      <Stack gap="3">
        <SecretField label={label} value={value} startsShown />
        <Inline>
          <Button variant="primary" icon="refresh" onPress={onAgain}>
            {vault.generator.again}
          </Button>
        </Inline>
        <Stack>{children}</Stack>
      </Stack>
    </Card>
  )
}
