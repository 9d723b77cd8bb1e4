import { pick, randomBelow, shuffled } from './chance'
import { wordList } from './words'

/** What a random password is made of. */
export interface PasswordOptions {
  length: number
  lowercase: boolean
  uppercase: boolean
  digits: boolean
  symbols: boolean
  /** Leaves out what is easily mistaken for something else: l, I, 1, O, 0. */
  avoidAmbiguous: boolean
  /** How many digits there are at least, when there are any. */
  minDigits: number
  minSymbols: number
}

export const PASSWORD_DEFAULTS: PasswordOptions = {
  length: 18,
  lowercase: true,
  uppercase: true,
  digits: true,
  symbols: true,
  avoidAmbiguous: false,
  minDigits: 1,
  minSymbols: 1,
}

/** How long a password can be. */
export const PASSWORD_LENGTH = { min: 5, max: 128 } as const

/** What a passphrase is made of. */
export interface PassphraseOptions {
  words: number
  separator: string
  capitalize: boolean
  /** Puts a digit behind one of the words. */
  includeNumber: boolean
}

export const PASSPHRASE_DEFAULTS: PassphraseOptions = {
  words: 6,
  separator: '-',
  capitalize: false,
  includeNumber: false,
}

/** How many words a passphrase can have. */
export const PASSPHRASE_WORDS = { min: 3, max: 20 } as const

const KINDS = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  symbols: '!@#$%^&*',
} as const
const AMBIGUOUS = /[lI1O0]/g

const between = (value: number, { min, max }: { min: number; max: number }): number =>
  Math.min(max, Math.max(min, Math.trunc(value) || min))

/** A random password. Each kind that is asked for is in it; with none, there are letters. */
export function generatePassword(options: PasswordOptions): string {
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => options[kind])
  if (kinds.length === 0) kinds.push('lowercase')
  const alphabets = kinds.map((kind) => ({
    characters: options.avoidAmbiguous ? KINDS[kind].replace(AMBIGUOUS, '') : KINDS[kind],
    least: least(kind, options),
  }))
  const demanded = alphabets.flatMap(({ characters, least }) =>
    Array.from({ length: least }, () => pick(characters)),
  )
  // what is demanded goes first: a password grows rather than break its own rule
  const length = Math.max(between(options.length, PASSWORD_LENGTH), demanded.length)
  const all = alphabets.map(({ characters }) => characters).join('')
  const free = Array.from({ length: length - demanded.length }, () => pick(all))
  return shuffled([...demanded, ...free]).join('')
}

function least(kind: keyof typeof KINDS, { minDigits, minSymbols }: PasswordOptions): number {
  const wanted = { lowercase: 1, uppercase: 1, digits: minDigits, symbols: minSymbols }[kind]
  return between(wanted, { min: 1, max: 9 })
}

/** Random words, each drawn from all 7776. */
export async function generatePassphrase(options: PassphraseOptions): Promise<string> {
  const list = await wordList()
  const count = between(options.words, PASSPHRASE_WORDS)
  const numbered = options.includeNumber ? randomBelow(count) : -1
  const words = Array.from({ length: count }, (_, at) => {
    const word = list[randomBelow(list.length)] ?? ''
    const cased = options.capitalize ? word.charAt(0).toUpperCase() + word.slice(1) : word
    return at === numbered ? `${cased}${randomBelow(10)}` : cased
  })
  return words.join(options.separator)
}
