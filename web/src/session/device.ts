const IDENTIFIER = 'wardstead.device'

/** What the program is called in the protocol. */
export const CLIENT = 'web'

/** The number the protocol gives a browser, by what it says of itself; the first that fits. */
const BROWSERS: readonly (readonly [RegExp, number, string])[] = [
  [/Vivaldi\//, 18, 'Vivaldi'],
  [/OPR\//, 11, 'Opera'],
  [/Edg\//, 12, 'Edge'],
  [/Firefox\//, 10, 'Firefox'],
  [/Chrome\//, 9, 'Chrome'],
  [/Safari\//, 17, 'Safari'],
]
const UNKNOWN = 14

/** What the server knows this browser by. */
export interface Device {
  identifier: string
  type: number
  name: string
}

/** This browser: the same one until its storage is cleared. */
export function device(): Device {
  let identifier = localStorage.getItem(IDENTIFIER)
  if (!identifier) {
    identifier = crypto.randomUUID()
    localStorage.setItem(IDENTIFIER, identifier)
  }
  const found = BROWSERS.find(([pattern]) => pattern.test(navigator.userAgent))
  return { identifier, type: found?.[1] ?? UNKNOWN, name: found?.[2] ?? 'Browser' }
}
