import { first } from './first'
import { rest } from './rest'

/** Every sentence of the app. English is the type: other languages must say the same things. */
export const en = { ...first, ...rest }

export type Messages = typeof en
