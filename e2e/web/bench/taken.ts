/** What one run took, by the name of what was measured. */
export type Taken = Record<string, number>

/** The value below which so many in a hundred are. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil((ordered.length * share) / 100) - 1)] ?? Number.NaN
}
