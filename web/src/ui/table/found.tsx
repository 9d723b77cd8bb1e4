import { Fragment, type ReactNode } from 'react'
import { rangesIn } from './fold'

/** A text with what was searched for marked. */
export function found(text: string, words: readonly string[]): ReactNode {
  const ranges = rangesIn(text, words)
  if (ranges.length === 0) return text
  let at = 0
  return (
    // one element, so that what does not fit ends in dots
    <span>
      {ranges.map(([start, end]) => {
        const before = text.slice(at, start)
        at = end
        return (
          <Fragment key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </Fragment>
        )
      })}
      {text.slice(at)}
    </span>
  )
}
