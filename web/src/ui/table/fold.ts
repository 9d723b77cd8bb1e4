const MARKS = /\p{Diacritic}/gu

/** What has no accents to be taken off. */
const PLAIN = /^[ -\]_a-~\n]*$/

/** A text as it is searched: without accents and case. */
export const fold = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFD').replace(MARKS, '')).toLowerCase()

/** The words of a search, folded. */
export const wordsOf = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean)

/** A folded text, and where each of its letters was; folding changes lengths. */
function placed(text: string): { folded: string; placeOf: (at: number) => number } {
  if (PLAIN.test(text)) return { folded: text.toLowerCase(), placeOf: (at) => at }
  const from: number[] = []
  let folded = ''
  let at = 0
  for (const letter of text) {
    const plain = fold(letter)
    for (let n = 0; n < plain.length; n++) from.push(at)
    folded += plain
    at += letter.length
  }
  return { folded, placeOf: (at) => from[at] ?? text.length }
}

/** Where the words of a search stand in a text, as pairs of start and end, in order and apart. */
export function rangesIn(text: string, words: readonly string[]): [number, number][] {
  if (words.length === 0) return []
  const { folded, placeOf } = placed(text)
  const found: [number, number][] = []
  for (const word of words) {
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + 1))
      found.push([placeOf(i), placeOf(i + word.length)])
  }
  found.sort((a, b) => a[0] - b[0])
  const apart: [number, number][] = []
  for (const range of found) {
    const last = apart.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else apart.push(range)
  }
  return apart
}
