import type { Messages } from '../en'

export const billing: Messages['billing'] = {}
