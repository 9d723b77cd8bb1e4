/** What a master password must be like. */
export interface PasswordRules {
  minLength: number
  /** The least score of the strength meter; 0 when any will do. */
  minScore: number
  upper: boolean
  lower: boolean
  digits: boolean
  signs: boolean
}

/** What we ask of everybody. */
export const EVERYBODY: PasswordRules = {
  minLength: 12,
  minScore: 0,
  upper: false,
  lower: false,
  digits: false,
  signs: false,
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The rules of an organization's master password policy, by its fields in the protocol. */
export function rulesOf(policy: Readonly<Record<string, unknown>>): PasswordRules {
  return {
    minLength: Math.max(EVERYBODY.minLength, count(policy.minLength)),
    minScore: count(policy.minComplexity),
    upper: policy.requireUpper === true,
    lower: policy.requireLower === true,
    digits: policy.requireNumbers === true,
    signs: policy.requireSpecial === true,
  }
}

/** Whether they ask for anything we do not ask of everybody. */
export const asksMore = (rules: PasswordRules): boolean =>
  rules.minLength > EVERYBODY.minLength || requirements(rules, '', null).length > 1

/** What all of them ask for: of each thing, the stricter. */
export const strictest = (all: readonly PasswordRules[]): PasswordRules =>
  all.reduce(
    (one, other) => ({
      minLength: Math.max(one.minLength, other.minLength),
      minScore: Math.max(one.minScore, other.minScore),
      upper: one.upper || other.upper,
      lower: one.lower || other.lower,
      digits: one.digits || other.digits,
      signs: one.signs || other.signs,
    }),
    EVERYBODY,
  )

export type Requirement = 'length' | 'strength' | 'upper' | 'lower' | 'digits' | 'signs'

/** Each thing the rules ask for, and whether `password` has it. */
export function requirements(
  rules: PasswordRules,
  password: string,
  score: number | null,
): { what: Requirement; isMet: boolean }[] {
  const asked: readonly (readonly [Requirement, boolean, boolean])[] = [
    ['length', true, [...password].length >= rules.minLength],
    ['strength', rules.minScore > 0, score !== null && score >= rules.minScore],
    ['upper', rules.upper, /\p{Lu}/u.test(password)],
    ['lower', rules.lower, /\p{Ll}/u.test(password)],
    ['digits', rules.digits, /\p{Nd}/u.test(password)],
    ['signs', rules.signs, /[^\p{L}\p{N}]/u.test(password)],
  ]
  return asked.flatMap(([what, applies, isMet]) => (applies ? [{ what, isMet }] : []))
}
