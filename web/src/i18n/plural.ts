import { regional } from './region'

/** The forms a language tells apart; `other` is always there. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * Picks the form of `n` in a language and writes the number in its place.
 * `#` in a form stands for the number.
 */
export function plurals(language: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(regional(language))
  return (n, forms) => (forms[rules.select(n)] ?? forms.other).replaceAll('#', number.format(n))
}
