import type { Messages } from '../en'

export const system: Messages['system'] = {}
