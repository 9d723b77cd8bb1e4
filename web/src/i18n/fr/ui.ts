import type { Messages } from '../en'

export const ui: Messages['ui'] = {}
