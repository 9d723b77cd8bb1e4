/**
 * A whole number from 0 to `below` - 1, each as likely as the other: draws that would favour the
 * small ones are thrown away.
 */
export function randomBelow(below: number): number {
  const span = 2 ** 32
  const fair = span - (span % below)
  const draw = new Uint32Array(1)
  do globalThis.crypto.getRandomValues(draw)
  while ((draw[0] ?? 0) >= fair)
  return (draw[0] ?? 0) % below
}

export const pick = (characters: string): string =>
  characters.charAt(randomBelow(characters.length))

/** The same things in another order, each order as likely as the other. */
export function shuffled<T>(things: readonly T[]): T[] {
  const rest = [...things]
  const mixed: T[] = []
  while (rest.length > 0) mixed.push(...rest.splice(randomBelow(rest.length), 1))
  return mixed
}
