/** The tier of each plan the protocol numbers: 0 free, 1 Families, 2 Teams, 3 Enterprise, 4 Starter. */
const TIERS: Readonly<Record<number, number>> = {
  0: 0,
  1: 1,
  2: 2,
  3: 2,
  4: 3,
  5: 3,
  6: 3,
  7: 1,
  8: 2,
  9: 2,
  10: 3,
  11: 3,
  12: 2,
  13: 2,
  14: 3,
  15: 3,
  16: 4,
  17: 2,
  18: 2,
  19: 3,
  20: 3,
  21: 4,
  22: 1,
}

/** The name of a plan as people know it, by the protocol's number. */
export const planNamed = (plan: number, tiers: readonly string[]): string =>
  tiers[TIERS[plan] ?? -1] ?? String(plan)
