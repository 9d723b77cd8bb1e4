const format = new Intl.NumberFormat('fr')

/** A number within a sentence. */
export const number = (n: number): string => format.format(n)
