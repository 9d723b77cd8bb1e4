/** Whether dates can be written by `tag`: some systems tell browsers of one that no standard knows. */
function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

// the catalogues are read outside a browser too, by the stories
const preferred = (): readonly string[] =>
  typeof navigator === 'undefined' ? [] : navigator.languages

/** How dates and numbers are written in `language`: as in the region the browser names for it, if any. */
export const regional = (language: string, wanted: readonly string[] = preferred()): string =>
  wanted.find((tag) => tag.toLowerCase().split('-')[0] === language && isKnown(tag)) ?? language
