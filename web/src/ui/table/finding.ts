import { hasWords } from './rows'

/** As many answers as are kept: the letters of a word and the way back. */
const KEPT = 12

/**
 * Finds rows by words. What has one more letter is looked for among those found without it, and what
 * was asked before is not looked for again: somebody who types asks the same things all the time.
 */
export function finding<R>(
  rows: readonly R[],
  textOf: (row: R) => string,
): (words: readonly string[]) => readonly R[] {
  const known = new Map<string, readonly R[]>()
  return (words) => {
    if (words.length === 0) return rows
    const asked = words.join(' ')
    const before = known.get(asked)
    if (before) return before
    const found = narrowest(known, asked, rows).filter((row) => hasWords(textOf(row), words))
    known.set(asked, found)
    const [oldest] = known.keys()
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
    return found
  }
}

/** The fewest rows among which all must be that are found by `asked`. */
function narrowest<R>(
  known: ReadonlyMap<string, readonly R[]>,
  asked: string,
  rows: readonly R[],
): readonly R[] {
  let best = rows
  // longer words, or more of them, find nothing that these did not
  for (const [before, found] of known)
    if (asked.startsWith(before) && found.length < best.length) best = found
  return best
}
