export type Compare = (a: string, b: string) => number

/** What is written with the letters of a typewriter. */
const PLAIN = /^[ -~]*$/
const ACCENTS = /[\u0300-\u036f]/g
const NUMBER = /\d+/g
/** Longer numbers are for the language itself to compare. */
const LONGEST = 200

/** A text by a key that plain comparison puts where the language does; null where that cannot be. */
type Keyed = (text: string) => string | null

const made = new WeakMap<Compare, Keyed>()

/**
 * Keys by which texts are ordered as `compare` orders them, which takes ten times as long: of a
 * collator that looks at letters alone, accents and case aside, and reads numbers by their value.
 */
export function keysOf(compare: Compare): Keyed {
  const known = made.get(compare)
  if (known) return known
  const ranks = ranksBy(compare)
  const rank = (text: string): string => {
    let key = ''
    for (let at = 0; at < text.length; at++) key += ranks[text.charCodeAt(at)] ?? ''
    return key
  }
  const zero = rank('0')
  // how many digits it has comes first, so that of two numbers the longer is the greater
  const number = (digits: string): string => {
    const told = digits.replace(/^0+(?=\d)/, '')
    return `${zero}${String.fromCharCode(told.length)}${told}`
  }
  const keyed: Keyed = (text) => {
    const plain = PLAIN.test(text) ? text : text.normalize('NFD').replace(ACCENTS, '')
    if (!PLAIN.test(plain)) return null
    let key = ''
    let at = 0
    for (const { 0: digits, index } of plain.matchAll(NUMBER)) {
      if (digits.length > LONGEST) return null
      key += rank(plain.slice(at, index)) + number(digits)
      at = index + digits.length
    }
    return key + rank(plain.slice(at))
  }
  made.set(compare, keyed)
  return keyed
}

/** By the code of each plain letter, a letter that stands for its place; the same for the same place. */
function ranksBy(compare: Compare): string[] {
  const letters = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at))
  const ranks: string[] = []
  let place = 0
  let last = ''
  for (const letter of letters.toSorted(compare)) {
    if (last !== '' && compare(last, letter) !== 0) place += 1
    last = letter
    // above the lengths of numbers nothing has to be: those are compared with each other alone
    ranks[letter.charCodeAt(0)] = String.fromCharCode(0x20 + place)
  }
  return ranks
}
