import { crypto } from '../crypto'
import { type PasswordRules, requirements, rulesOf } from '../password/requirements'

/** Letters of the protocol that begin either way. */
const lowered = (policy: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(policy).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  )

/**
 * The rules for another master password, where organizations that check it at every login ask for more
 * than this one has; null where it will do.
 */
export async function demandedInstead(
  policy: object | null | undefined,
  { email, password }: { email: string; password: string },
): Promise<PasswordRules | null> {
  const demand = lowered(policy ?? {})
  if (demand.enforceOnLogin !== true) return null
  const rules = rulesOf(demand)
  // what we ask of new passwords on top of it is no reason to refuse an old one
  const minLength = typeof demand.minLength === 'number' ? demand.minLength : 0
  const score = rules.minScore > 0 ? await scoreOf(password, email) : null
  // one that cannot be estimated is not held against anybody
  const minScore = score === null ? 0 : rules.minScore
  const asked = requirements({ ...rules, minLength, minScore }, password, score)
  return asked.every(({ isMet }) => isMet) ? null : rules
}

const scoreOf = (password: string, email: string): Promise<number | null> =>
  crypto.strength(password, [email]).then(
    ({ score }) => score,
    () => null,
  )
