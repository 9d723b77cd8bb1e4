import { type ReactNode, useEffect, useState } from 'react'
import { crypto, type Strength } from '../crypto'
import { type Messages, useText } from '../i18n'
import { atField } from '../session'
import { Checkbox, CheckList, PasswordField, StrengthMeter, TextField } from '../ui'
import { EVERYBODY, type PasswordRules, type Requirement, requirements } from './requirements'

/** Below this score a person must say that they want it all the same. */
const GOOD_ENOUGH = 2

/** How hard a password is to guess; null until that is known. */
function useStrength(password: string, about: string): Strength | null {
  const [known, setKnown] = useState<{ of: string; strength: Strength } | null>(null)
  useEffect(() => {
    if (password === '') return
    let isCurrent = true
    crypto.strength(password, [about]).then(
      (strength) => isCurrent && setKnown({ of: password, strength }),
      // without an estimate the rules about length and letters still hold
      () => isCurrent && setKnown(null),
    )
    return () => {
      isCurrent = false
    }
  }, [password, about])
  return password === '' ? null : (known?.strength ?? null)
}

interface Options {
  /** What an organization asks for. */
  rules?: PasswordRules
  /** The address, so that it is not taken for a good password. */
  about: string
  /** In place of "Master password". */
  label?: string
  /** The hint there is already. */
  hint?: string
}

/** The fields of a new master password, and what was chosen in them. */
export function useNewPassword({ rules = EVERYBODY, about, label, hint = '' }: Options): {
  fields: ReactNode
  /** What they hold; throws what is wrong with it. */
  chosen: (values: FormData) => { password: string; hint: string | null }
} {
  const text = useText()
  const words = text.session.newPassword
  const [password, setPassword] = useState('')
  const strength = useStrength(password, about)
  const score = strength?.score ?? null
  const asked = requirements(rules, password, score)
  const isWeak = score !== null && score < GOOD_ENOUGH && rules.minScore <= score

  const chosen = (values: FormData) => {
    if (asked.some(({ isMet }) => !isMet)) throw atField('password', words.missing)
    if (isWeak && values.get('weak') === null) throw atField('password', words.weak)
    if (values.get('again') !== password) throw atField('again', words.mismatch)
    const written = String(values.get('hint')).trim()
    if (written.toLowerCase().includes(password.toLowerCase()))
      throw atField('hint', words.hintTells)
    return { password, hint: written || null }
  }

  const fields = (
    <>
      <PasswordField
        label={label ?? words.label}
        name="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <StrengthMeter
        label={words.strength}
        score={score}
        word={score === null ? words.nothingYet : (text.session.strength.scores[score] ?? '')}
      >
        {strength && <Advice strength={strength} />}
      </StrengthMeter>
      {(asked.length > 1 || password !== '') && (
        <CheckList
          label={words.requirements}
          checks={asked.map(({ what, isMet }) => ({
            id: what,
            label: nameOf(what, rules, text),
            isDone: isMet,
          }))}
        />
      )}
      {isWeak && (
        <Checkbox name="weak" value="yes">
          {words.acceptWeak}
        </Checkbox>
      )}
      <PasswordField label={words.again} name="again" autoComplete="new-password" isRequired />
      <TextField
        label={words.hint}
        name="hint"
        description={words.hintHelp}
        defaultValue={hint}
        maxLength={50}
        autoComplete="off"
      />
    </>
  )
  return { fields, chosen }
}

function Advice({ strength }: { strength: Strength }) {
  const { warnings, suggestions } = useText().session.strength
  const said = [
    ...(strength.warning ? [warnings[strength.warning]] : []),
    ...strength.suggestions.map((one) => suggestions[one]),
  ]
  return said.length === 0 ? null : <p>{said.join(' ')}</p>
}

function nameOf(what: Requirement, rules: PasswordRules, { session }: Messages): string {
  const { requirement } = session.newPassword
  if (what === 'length') return requirement.length(rules.minLength)
  if (what === 'strength')
    return requirement.strength(session.strength.scores[rules.minScore] ?? '')
  return requirement[what]
}
