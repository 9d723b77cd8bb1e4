import { regional } from '../region'

const format = new Intl.NumberFormat(regional('fr'))

/** A number within a sentence. */
export const number = (n: number): string => format.format(n)
