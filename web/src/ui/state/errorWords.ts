import { ApiError } from '../../api'
import { type Messages, useText } from '../../i18n'

/** A failure as a person can act on it. */
export interface ErrorWords {
  kind: 'unreachable' | 'forbidden' | 'notFound' | 'gone' | 'tooMany' | 'busy' | 'refused' | 'crash'
  title: string
  /** What happened and what to do, in a sentence or two. */
  what: string
  /** What the server's log knows it by. */
  correlation: string | null
}

function kindOf(error: unknown): ErrorWords['kind'] {
  if (!(error instanceof ApiError)) return 'crash'
  if (error.isUnreachable) return 'unreachable'
  if (error.status === 403) return 'forbidden'
  if (error.status === 404) return 'notFound'
  if (error.status === 410) return 'gone'
  if (error.status === 429) return 'tooMany'
  if (error.status === 503) return 'busy'
  return error.status >= 500 ? 'crash' : 'refused'
}

function wordsOf(error: unknown, words: Messages['ui']['error']): ErrorWords {
  const kind = kindOf(error)
  const said = error instanceof ApiError && kind !== 'crash' ? error.message : ''
  const wait = error instanceof ApiError && kind === 'tooMany' ? error.retryAfter : null
  return {
    kind,
    title: words[kind].title,
    what: wait === null ? said || words[kind].what : words.tooMany.wait(Math.ceil(wait / 60)),
    correlation: error instanceof ApiError ? error.correlation : null,
  }
}

/** Turns any failure into words: the server's own where it gave some. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const { ui } = useText()
  return (error) => wordsOf(error, ui.error)
}
