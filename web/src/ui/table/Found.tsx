import { rangesIn } from './fold'

/** A text with what was searched for marked. */
export function Found({ text, words }: { text: string; words: readonly string[] }) {
  const ranges = rangesIn(text, words)
  if (ranges.length === 0) return text
  let at = 0
  return (
    <>
      {ranges.map(([start, end]) => {
        const before = text.slice(at, start)
        at = end
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        )
      })}
      {text.slice(at)}
    </>
  )
}
