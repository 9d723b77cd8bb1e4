import type { Messages } from '../en'
import { first } from './first'
import { rest } from './rest'

export const fr: Messages = { ...first, ...rest }
