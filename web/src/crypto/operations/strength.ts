import type { TranslationKeys, ZxcvbnFactory } from '@zxcvbn-ts/core'

/** How hard a password is to guess, with keys of the catalogue for what is wrong with it. */
export interface Strength {
  /** From 0, guessed at once, to 4, out of reach. */
  score: 0 | 1 | 2 | 3 | 4
  /** How many guesses it takes, as a power of ten. */
  guesses: number
  warning: StrengthWarning | null
  suggestions: StrengthSuggestion[]
}

export type StrengthWarning = keyof TranslationKeys['warnings']
export type StrengthSuggestion = keyof TranslationKeys['suggestions']

let estimator: Promise<ZxcvbnFactory> | null = null

/** Words of both languages count, whichever a person reads: passwords know no language. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      ...french.dictionary,
    },
    graphs: common.adjacencyGraphs,
  })
}

/** The most that is looked at: what is longer is strong, or repeats itself. */
const LONGEST = 128

/** Estimating; it needs no key, but takes long enough to keep it off the page's thread. */
export const strengthOperations = () => ({
  /** How hard `password` is to guess for somebody who knows `about`: address, name, organization. */
  async strength(password: string, about: readonly string[] = []): Promise<Strength> {
    estimator ??= load()
    const known = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    const inputs = known.filter((text) => text.length > 2)
    const { score, guessesLog10, feedback } = (await estimator).check(
      password.slice(0, LONGEST),
      inputs,
    )
    return {
      score,
      guesses: guessesLog10,
      // without translations the library answers its keys
      warning: (feedback.warning || null) as StrengthWarning | null,
      suggestions: feedback.suggestions as StrengthSuggestion[],
    }
  },
})
