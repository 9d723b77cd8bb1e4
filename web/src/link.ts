import { useState } from 'react'

/**
 * What the link said that led here: the parameters of a mailed address, or of one that foreign
 * clients open. They are taken out of the address at once, because tokens do not belong in it, and
 * live as long as this page is not reloaded: `arrive.ts` puts them here, link pages read them.
 */
let parameters = new URLSearchParams()

/** Keeps what a link says, in place of what the one before said. */
export function followLink(said: URLSearchParams): void {
  parameters = said
}

/** What the link said that led here, as a component first saw it. */
export function useLink(): URLSearchParams {
  const [seen] = useState(() => new URLSearchParams(parameters))
  return seen
}
